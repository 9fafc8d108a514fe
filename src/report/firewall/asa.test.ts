import { expect, it } from 'vitest';
import type { Opening } from '../../engine/result.ts';
import { input, opening } from '../fixtures/hand-made.ts';
import { asa } from './asa.ts';

const render = (more: Partial<Opening>, remove = false) => {
  const { files, refused } = asa.render({ ...input({ openings: [opening('o1', more)] }), date: null, remove });
  return { lines: files.flatMap((file) => file.text.split('\n')), refused };
};
const six = ['2001:db8::1', '2001:db8:1::/64', '2001:db8:2::1-2001:db8:2::2'];

it('writes IPv6 addresses into the groups themselves, names of the Internet as objects', () => {
  const { lines } = render({
    sources: [{ host: 'a', addresses: six }],
    destinations: [{ external: null, fqdns: ['www.example.org'] }],
  });
  const from = lines.indexOf('object-group network plr-o1-6-s');
  expect(lines.slice(from, from + 7)).toEqual([
    'object-group network plr-o1-6-s',
    ' network-object host 2001:db8::1',
    ' network-object 2001:db8:1::/64',
    ' network-object host 2001:db8:2::1',
    ' network-object host 2001:db8:2::2',
    'object-group network plr-o1-6-d',
    ' network-object object pl-www.example.org-v6',
  ]);
  expect(lines.filter((line) => line.startsWith('object network'))).toEqual(['object network pl-www.example.org-v6']);
  expect(lines.join('\n')).not.toContain('group-object');
});

it('gives every entry of a list a remark of its own, in removals too', () => {
  const sources = [
    { host: 'a', addresses: ['0.0.0.0/0', '::/0'] },
    { host: 'b', addresses: ['10.5.0.1'] },
  ];
  for (const remove of [false, true]) {
    const remarks = render({ sources }, remove).lines.filter((line) => line.includes(' remark '));
    expect(remarks).toHaveLength(2);
    expect(new Set(remarks).size).toBe(2);
  }
});

it('leaves a list that denies, and nothing but it, once permits are taken away', () => {
  const kept = render({}, true).lines.filter((line) => !/^(?:no |!|$)/.test(line));
  expect(kept).toEqual(['access-list pl_in_Core extended deny ip any any']);
});

it('refuses protocol 255, which no access list names', () => {
  const services = [255, 254].map((protocol) => ({ protocol, ports: '', icmpType: null }));
  const { lines, refused } = render({ services });
  expect(refused.map(({ what }) => what)).toEqual(['IP protocol 255']);
  expect(lines).toContain(' service-object 254');
});
