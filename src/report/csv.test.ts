import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Opening } from '../engine/result.ts';
import { flowsCsv, hostsCsv, OPENING_COLUMNS, openingsCsv } from './csv.ts';
import { cell, csvTable, inDialect, joined, splitCell } from './csv-table.ts';
import { flow, input, opening } from './fixtures/hand-made.ts';

type Row = Record<string, string>;

function parse(csv: string): Row[] {
  const parsed = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

function rows(...openings: Opening[]): Row[] {
  return parse(openingsCsv(input({ openings, flows: [flow('f1')] })));
}

const FORMULA_START = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

describe('the rule sheet as CSV', () => {
  it('has the columns of the contract and ends every line with CRLF', () => {
    const csv = openingsCsv(input({ openings: [opening('o1')], flows: [flow('f1')] }));
    expect(csv.split('\r\n')[0]).toBe(
      'rule_id,action,firewall,boundary,from_zone,to_zone,source,source_address,destination,destination_address,protocol,ports,service,need,phase,justification,products,sources,flow_ids,deviation,remarks',
    );
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(openingsCsv(input())).toBe(`${OPENING_COLUMNS.join(',')}\r\n`);
  });

  it('writes a whole line', () => {
    expect(rows(opening('o1'))).toEqual([
      {
        rule_id: 'o1',
        action: 'add',
        firewall: '',
        boundary: 'Core | DMZ',
        from_zone: 'Core',
        to_zone: 'DMZ',
        source: 'A-01',
        source_address: '10.0.0.1',
        destination: 'B-01',
        destination_address: '10.1.0.1',
        protocol: 'tcp',
        ports: '443',
        service: 'https',
        need: 'required',
        phase: 'operation',
        justification: 'Hub opens the channel',
        products: 'tanium',
        sources: 'tanium/ports L70',
        flow_ids: 'f1',
        deviation: '',
        remarks: '',
      },
    ]);
  });

  it('names the firewall and every boundary that crossings pass', () => {
    const guarded = opening('o1', {
      point: { kind: 'firewall', id: 'fw', name: 'FW-CORE' },
      crossings: [
        { boundary: '~core|dmz', fromZone: 'core', toZone: 'dmz' },
        { boundary: 'lan', fromZone: 'dmz', toZone: 'office' },
      ],
    });
    expect(rows(guarded)[0]).toMatchObject({ firewall: 'fw', boundary: 'Core | DMZ; lan' });
    const inner = opening('o1', {
      point: { kind: 'zone', id: 'core', name: 'Core' },
      toZone: 'core',
      crossings: [{ boundary: null, fromZone: 'core', toZone: 'core' }],
    });
    expect(rows(inner)[0]).toMatchObject({
      firewall: '',
      boundary: '',
      from_zone: 'Core',
      to_zone: 'Core',
      remarks: 'inner filtering of Core',
    });
  });

  it('has one protocol a line under one id', () => {
    const services = [
      { protocol: 'tcp', ports: '80,443', icmpType: null },
      { protocol: 'udp', ports: '34322-34323', icmpType: null },
      { protocol: 'icmp', ports: '', icmpType: 8 },
      { protocol: 'icmp', ports: '', icmpType: 0 },
      { protocol: 'esp', ports: '', icmpType: null },
      { protocol: 89, ports: '', icmpType: null },
    ] as const;
    const lines = rows(opening('o1', { services }));
    expect(new Set(lines.map((line) => line.rule_id))).toEqual(new Set(['o1']));
    expect(lines.map((line) => [line.protocol, line.ports, line.service])).toEqual([
      ['tcp', '80,443', 'http; https'],
      ['udp', '34322-34323', 'udp-34322-34323'],
      ['icmp', 'type 8; type 0', 'icmp-type-8; icmp-type-0'],
      ['esp', '', 'esp'],
      ['89', '', 'ip-protocol-89'],
    ]);
    expect(rows(opening('o1', { services: [{ protocol: 'icmp', ports: '', icmpType: null }] }))[0]).toMatchObject({
      protocol: 'icmp',
      ports: 'any type',
      service: 'icmp',
    });
  });

  it('has IPv4 and IPv6 on lines of their own, only where both sides have the family', () => {
    const addresses = (line: Row) => [line.source_address, line.destination_address];
    const both = ['10.0.0.1', '2001:db8::1'];
    expect(
      rows(
        opening('o1', { sources: [{ host: 'a', addresses: both }], destinations: [{ host: 'b', addresses: ['10.1.0.1', '2001:db8::2'] }] }),
      ).map(addresses),
    ).toEqual([
      ['10.0.0.1', '10.1.0.1'],
      ['2001:db8::1', '2001:db8::2'],
    ]);
    expect(rows(opening('o1', { sources: [{ host: 'a', addresses: ['0.0.0.0/0', '::/0'] }] })).map(addresses)).toEqual([
      ['0.0.0.0/0', '10.1.0.1'],
    ]);
    const icmp = rows(
      opening('o1', {
        services: [{ protocol: 'icmp', ports: '', icmpType: 8 }],
        sources: [{ host: 'a', addresses: both }],
        destinations: [{ host: 'b', addresses: both }],
      }),
    );
    expect(icmp.map((line) => [line.protocol, line.ports])).toEqual([
      ['icmp', 'type 8'],
      ['icmpv6', 'type 128'],
    ]);
  });

  it('lists names of the Internet once, in the families of the other side', () => {
    const named = { destinations: [{ external: 'tpm/adaptiva-cdn', fqdns: ['*.adaptivacdn.cloud'] }] };
    expect(rows(opening('o1', named)).map((line) => [line.source_address, line.destination, line.destination_address])).toEqual([
      ['10.0.0.1', 'tpm/adaptiva-cdn', '*.adaptivacdn.cloud'],
    ]);
    expect(
      rows(opening('o1', { ...named, sources: [{ host: 'a', addresses: ['10.0.0.1', '2001:db8::1'] }] })).map(
        (line) => line.source_address,
      ),
    ).toEqual(['10.0.0.1', '2001:db8::1']);
    expect(rows(opening('o1', { destinations: [{ external: null, fqdns: ['mirror.example.org'] }] }))[0]).toMatchObject({
      destination: 'mirror.example.org',
      destination_address: 'mirror.example.org',
    });
  });

  it('keeps what cannot be ordered, and says so first', () => {
    const missing = {
      orderable: false,
      missing: [{ kind: 'host', id: 'b' }],
      destinations: [{ host: 'b', addresses: [] }],
      phase: 'install',
    } as const;
    expect(
      rows(opening('o1', missing)).map((line) => [line.source_address, line.destination, line.destination_address, line.remarks]),
    ).toEqual([['10.0.0.1', 'B-01', '', 'NOT ORDERABLE: no address for host B-01 (b); temporary: install']]);
    const neither = {
      ...missing,
      sources: [{ host: 'a', addresses: [] }],
      missing: [...missing.missing, { kind: 'external', id: 'usm/probe' }],
    };
    expect(rows(opening('o1', neither)).map((line) => [line.source, line.source_address, line.remarks])).toEqual([
      ['A-01', '', 'NOT ORDERABLE: no address for host B-01 (b), no names known for external usm/probe; temporary: install'],
    ]);
  });

  it('keeps an opening whose sides share no address family', () => {
    const apart = rows(opening('o1', { orderable: false, destinations: [{ host: 'b', addresses: ['2001:db8::1'] }] }));
    expect(apart).toHaveLength(1);
    expect(apart[0]?.remarks).toBe('NOT ORDERABLE: source and destination share no address family');
    const half = rows(
      opening('o1', {
        destinations: [
          { host: 'b', addresses: ['2001:db8::1'] },
          { host: 'a', addresses: ['10.1.0.9'] },
        ],
      }),
    );
    expect(half.map((line) => [line.destination, line.remarks])).toEqual([
      ['A-01', 'no line for B-01: the other side lacks its address family'],
    ]);
  });

  it('tells two hosts of one name apart', () => {
    const twins = input(
      { openings: [opening('o1')], flows: [flow('f1')] },
      {
        hosts: [
          { id: 'a', name: 'SRV', zone: 'core' },
          { id: 'b', name: 'SRV', zone: 'dmz' },
        ] as never,
      },
    );
    expect(parse(openingsCsv(twins))[0]).toMatchObject({ source: 'SRV (a)', destination: 'SRV (b)' });
  });

  it('says what differs from the default, and advice and doubts as remarks', () => {
    const changed = opening('o1', {
      deviations: [{ component: 'zs', setting: 'hubPort', default: '17472' }],
      advice: ['port-based', 'no-tls-inspection'],
    });
    const of = input({
      openings: [changed],
      flows: [flow('f1', { standing: 'inferred' })],
      settings: [{ component: 'zs', setting: 'hubPort', value: 17473, default: 17472, changed: true }],
    });
    expect(parse(openingsCsv(of))[0]).toMatchObject({
      deviation: 'zs hubPort 17473 instead of 17472',
      remarks: 'port-based rule instead of application-based; no TLS inspection; opener or partner inferred',
    });
  });
});

describe('flows and host rules as CSV', () => {
  it('list every flow with its ends', () => {
    const flows = [
      flow('f1'),
      flow('f2', {
        from: { host: null, component: null, cidr: '10.9.0.0/16', zone: 'core' },
        to: { external: null, fqdns: ['*.example.org'], zone: 'internet' },
        waived: { reason: 'air-gapped' },
        protocol: 'icmp',
        ports: '',
        icmpType: 8,
      }),
      flow('f3', { scope: 'tunnelled', crossings: [], via: 'f1' }),
    ];
    const lines = parse(flowsCsv(input({ flows })));
    expect(
      lines.map((line) => [
        line.flow_id,
        line.from_host,
        line.to_host,
        line.to_fqdns,
        line.ports,
        line.scope,
        line.waived,
        line.waiver_reason,
        line.via,
      ]),
    ).toEqual([
      ['f1', 'A-01', 'B-01', '', '443', 'crossing', 'no', '', ''],
      ['f2', '10.9.0.0/16', '', '*.example.org', 'type 8', 'crossing', 'yes', 'air-gapped', ''],
      ['f3', 'A-01', 'B-01', '', '443', 'tunnelled', 'no', '', 'f1'],
    ]);
  });

  it('list every host rule with its direction', () => {
    const rule = { flow: 'f1', peer: 'b', protocol: 'tcp', ports: '443', icmpType: null, process: 'a.exe' } as const;
    const lines = parse(
      hostsCsv(input({ hosts: [{ host: 'a', inbound: [{ ...rule, peer: 'tanium/content', process: null }], outbound: [rule] }] })),
    );
    expect(lines.map((line) => [line.host, line.direction, line.peer, line.process])).toEqual([
      ['A-01', 'in', 'tanium/content', ''],
      ['A-01', 'out', 'B-01', 'a.exe'],
    ]);
  });
});

describe('cells', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1d1', '\u00a0=1', "=cmd|'/c calc'!A1"])(
    'never start a formula: %j',
    (text) => {
      expect(cell(text)).not.toMatch(FORMULA_START);
      expect(joined(['a', text]).split('; ')[1]).not.toMatch(FORMULA_START);
    },
  );

  it('show what would hide or reorder, and join lines', () => {
    expect(cell('a\r\nb\nc')).toBe('a b c');
    expect(cell('a\u202eb\u200bc\u0007')).toBe('a<U+202E>b<U+200B>c<U+0007>');
  });

  it('give their values back', () => {
    expect(joined(['a;b', 'c\\', '; d'])).toBe('a\\;b; c\\\\; \\; d');
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((text) => `v${text.replace(/[\p{C}\p{Z}]/gu, '')}`),
          { minLength: 1 },
        ),
        (values) => {
          expect(splitCell(joined(values))).toEqual(values);
        },
      ),
    );
  });

  it('survive a round trip through a CSV reader and never start a formula, whatever the labels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 5 }),
        (pairs) => {
          const table = pairs.map(([left, right]) => ({ left: cell(left), right: cell(`${right}",\r\n=`) }));
          const parsed = Papa.parse<string[]>(csvTable(['left', 'right'], table).trimEnd()).data.slice(1);
          expect(parsed).toEqual(table.map((row) => [row.left, row.right]));
          for (const text of parsed.flat()) expect(text).not.toMatch(FORMULA_START);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('would be caught if a formula were written raw', () => {
    expect(csvTable(['a'], [{ a: '=1+1' }]).split('\r\n')[1]).toMatch(FORMULA_START);
  });
});

describe('another dialect', () => {
  const table = csvTable(
    ['a', 'ports'],
    [
      { a: cell('x; "y"'), ports: '80,443' },
      { a: cell('=1'), ports: '49152-65535' },
    ],
  );

  it('is the contract as it stands where nothing is chosen', () => {
    expect(inDialect(table, { separator: ',', mark: false })).toBe(table);
  });

  it('has the same cells behind its own separator and mark, ports as text', () => {
    const german = inDialect(table, { separator: ';', mark: true });
    expect(german).toBe('\uFEFF"a";"ports"\r\n"x\\; ""y""";"80, 443"\r\n"\'=1";"49152-65535"\r\n');
  });
});
