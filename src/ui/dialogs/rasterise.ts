/** Most pixels of a picture that browsers draw. */
const MOST_PIXELS = 268_000_000;

/** A picture as PNG, `scale` pixels for each of its own. Rejects where it is too large for the browser, or cannot be drawn. */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    if (canvas.width * canvas.height > MOST_PIXELS) throw new Error(`${canvas.width} × ${canvas.height} pixels`);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error(`${canvas.width} × ${canvas.height} pixels`);
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
