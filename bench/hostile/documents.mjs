// Puts hostile texts into every field of a plan and reads every document: `npm run hostile -- documents`.
import { createServer } from 'vite';

export async function hostileDocuments() {
  const server = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
  const { PAYLOADS } = await server.ssrLoadModule('/bench/hostile/payloads.ts');
  const { DOCUMENT_FORMATS, plainDocuments, tryDocuments } = await server.ssrLoadModule('/bench/hostile/documents.ts');
  const plain = await plainDocuments();
  let broken = 0;
  for (const payload of PAYLOADS) {
    for (const wrong of await tryDocuments(payload, plain)) {
      broken += 1;
      console.log(`${JSON.stringify(payload.slice(0, 60))}: ${wrong}`);
    }
  }
  console.log(`${PAYLOADS.length} texts in every field × ${DOCUMENT_FORMATS.length} documents: ${broken} broken`);
  await server.close();
  if (broken > 0) process.exitCode = 1;
}
