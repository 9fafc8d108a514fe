import { readPlan } from '../../src/model/gate.ts';
import type { Plan } from '../../src/model/plan.ts';

/**
 * A plan with the same text in every field that holds any: title, author, revision, description, names, ids, LAN labels, deployments, settings, reasons,
 * purposes, request data, catalogs, addresses, unknown fields. Ids get a number behind, and lose what ids may not have. Everything else is the same for every text.
 */
export function planWith(text: string): Plan {
  const bare = text.replace(/\p{Cc}|^~+/gu, '').slice(0, 100);
  const id = (number: number) => `${bare || 'x'}${number}`;
  const ends = { host: id(20) };
  const document = {
    format: 'portolan.plan',
    version: 1,
    title: text,
    author: text,
    revision: text,
    description: text,
    zones: [
      { id: 'internet', name: text, kind: 'internet' },
      { id: id(1), name: text, kind: 'dmz', cidrs: ['198.51.100.0/24', text] },
      { id: id(2), name: text, kind: 'internal', lan: text, cidrs: ['10.0.0.0/8'] },
    ],
    firewalls: [{ id: id(10), name: text, style: text }],
    boundaries: [
      { id: id(11), name: text, between: ['internet', id(1)], firewall: id(10) },
      { id: id(12), name: text, between: [id(1), id(2)], firewall: id(10) },
      { id: id(13), name: text, between: ['internet', id(2)] },
    ],
    hosts: [
      {
        id: id(20),
        name: text,
        zone: id(2),
        addresses: ['10.1.1.10'],
        components: [{ id: id(30), type: 'tanium/server', settings: { platform: text } }],
      },
      {
        id: id(21),
        name: text,
        zone: id(1),
        addresses: ['198.51.100.20'],
        components: [
          { id: id(31), type: 'tanium/zone-server' },
          { id: id(32), type: text },
        ],
      },
      { id: id(22), name: text, zone: 'internet', count: 9, components: [{ id: id(33), type: 'tanium/client', deployment: 'default' }] },
      {
        id: id(23),
        name: text,
        zone: id(2),
        addresses: ['10.1.1.11', text],
        components: [{ id: id(34), type: 'sms/server', deployment: text }],
      },
    ],
    links: [
      { from: id(33), to: id(31) },
      { from: text.slice(0, 1000), to: text.slice(0, 1000) },
    ],
    waivers: [
      { rule: 'tanium/server-to-content', reason: text },
      { rule: text, from: ends, reason: text },
    ],
    readings: { [text]: text, 'tanium/active-active-443': text },
    requirements: [
      { id: id(40), from: [ends], to: [{ host: id(21) }], service: { protocol: 'tcp', ports: '8443' }, purpose: text },
      { id: id(41), from: [ends], to: [{ fqdn: 'mirror.example.org' }], service: { protocol: 'udp', ports: '123' }, purpose: text },
    ],
    accepted: [
      { code: 'any-internet-source', subjects: [], reason: text },
      { code: text, subjects: [{ kind: text, id: text }], reason: text },
    ],
    catalogs: { tanium: text },
    request: { plan: { requester: text, owner: text, approver: text, ticket: text, neededBy: text, until: text } },
    'x-note': { [text.slice(0, 1000)]: text },
  };
  const read = readPlan(document);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return read.plan;
}
