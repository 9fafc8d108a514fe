import type { FindingWords, Joiner, List, Phrase, Slot, SlotName, Template } from './wording.ts';

const DANGLING = { why: 'What hangs on the reference is left out of the result.', next: 'Add {the} or correct the reference.' };
const OVERLAP_NEXT = 'Correct the addresses, or cut the common part out of the wider one.';
const AMBIGUOUS = {
  why: 'The one with the smallest ids was taken; real traffic may take another, and find it closed.',
  next: 'Pin the path, or remove the boundary that is not used.',
} as const;
const OF_REQUIRED = {
  what: { one: 'A required flow of {rule} is left out.', other: '{count} required flows of {rule} are left out.' },
  next: 'Check that the reason still holds, or remove the waiver.',
} as const;

/** The sentences of every finding, in the language of documents. A key is the code of the finding, or the code and which case of it. */
export const SENTENCES = {
  'address-invalid': {
    what: '{name} has the address {address}, which is no address, network or range.',
    why: 'Firewalls read short, octal or unaligned forms differently, so the address is left out.',
    next: 'Write 10.0.0.1, 10.0.0.0/24 (no host bits), 10.0.0.1-10.0.0.9 or an IPv6 form of these.',
  },
  'address-missing': {
    what: '{name} has no address yet, and an opening needs it.',
    why: 'A firewall team cannot order a line without an address.',
    next: 'Enter its address, or leave the lines as not orderable for now.',
  },
  'address-outside-zone': {
    what: '{name} has {addresses}, outside the networks of {zone}.',
    why: 'Either the address or the zone is not what will be built.',
    next: 'Correct the address, move the host, or add the network to the zone.',
  },
  'address-overlap/pair': {
    what: '{a} and {b} have addresses in common.',
    why: 'A firewall sees only addresses: {gains}.',
    next: OVERLAP_NEXT,
  },
  'address-overlap/many': {
    what: 'More than {count} pairs of ends have addresses in common; only some of them are listed.',
    why: 'A firewall sees only addresses, so openings meant for one end admit the others.',
    next: 'Correct the addresses of the ends listed first.',
  },
  'any-internet-source': {
    what: '{name} stands for any address of the Internet.',
    why: 'The openings it stands in admit everybody.',
    next: 'Enter the addresses it really has, or accept that these openings face the whole Internet.',
  },
  'boundary-end-not-a-zone': {
    what: 'Boundary {name} ends at {frames}, which is only a frame.',
    why: 'A frame does not filter, so a boundary to it has no meaning and is ignored.',
    next: 'Draw the boundary to the zone around or inside the frame, or let the frame filter.',
  },
  'catalog-changed': {
    what: 'The plan was saved with {catalog} {saved}; now it is {now}.',
    why: 'Openings may differ from those read then.',
    next: 'Compare with the sheet that was ordered.',
  },
  'choose-one': {
    what: '{setting} of {type} on {host} is not decided.',
    why: 'All its possibilities are opened, though only one will be used.',
    next: 'Choose one.',
  },
  'condition-unknown': {
    what: '{setting} of {type} on {host} is not known.',
    why: {
      one: 'Nobody can say whether this rule applies: {rules}. They give no opening.',
      other: 'Nobody can say whether these rules apply: {rules}. They give no opening.',
    },
    next: 'Set the value.',
  },
  'destination-unnamed': {
    what: 'The vendor page does not name the hosts of {name}.',
    why: 'Without names the line cannot be ordered, and opening it to any address would be a hole.',
    next: 'Ask the vendor for the names, and add them as an own requirement.',
  },
  'ha-group-size': {
    what: '{members}: {problem}.',
    why: 'A high-availability set has exactly two machines, each with its own role.',
    next: 'Add or remove a member, correct the roles, or give separate sets different group names.',
  },
  'id-duplicate': {
    what: 'The id {id} is used {count} times.',
    why: 'References to it could mean any of them, and of two alike only one takes part.',
    next: 'Give each thing an id of its own.',
  },
  'internet-not-connected': {
    what: {
      one: 'No boundary reaches {internet}, and a flow needs it.',
      other: 'No boundary reaches {internet}, and {count} flows need it.',
    },
    why: 'Boundaries are drawn, so only drawn ones count, and none leads there.',
    next: 'Draw a boundary between {internet} and the zone that is connected to it.',
  },
  'link-across-deployments': {
    what: '{from} is linked to {to}, which belongs to another deployment.',
    why: 'Components of different deployments never talk, so the link is ignored.',
    next: 'Put both into one deployment, or remove the link.',
  },
  'link-unused': {
    what: 'The link from {fromType} on {fromHost} to {toType} on {toHost} has no effect.',
    why: 'No rule makes the two talk with the settings they have.',
    next: 'Remove the link, or change the settings that keep the two apart.',
  },
  'must-stand-alone': {
    what: '{type} shares the host {host}.',
    why: 'It has a network interface and address of its own, so rules for the shared host would be wrong.',
    next: 'Give it a host of its own.',
  },
  'partner-missing': {
    what: '{partner} is missing for {type} on {host}.',
    why: 'Without it this has no other end: {purpose}.',
    next: 'Place a {partner}, or leave it out knowingly by accepting this finding.',
  },
  'path-ambiguous/inside': { what: '{zone} has several inner boundaries.', ...AMBIGUOUS },
  'path-ambiguous/between': { what: 'Several equally short paths lead between {a} and {b}.', ...AMBIGUOUS },
  'path-missing': {
    what: {
      one: 'No path leads between {a} and {b}, and a flow needs one.',
      other: 'No path leads between {a} and {b}, and {count} flows need one.',
    },
    why: 'Without a path nobody can say which firewalls must open.',
    next: 'Draw a boundary between the two, or between zones that lead from one to the other.',
  },
  'path-over-internet': {
    what: 'The only way between {a} and {b} leads over {through}.',
    why: 'Traffic inside the company would cross the Internet, and openings would face it.',
    next: 'Draw a boundary that joins the two zones more directly, if there is one.',
  },
  'path-pin-invalid': {
    what: 'The path between {a} and {b} is pinned to boundaries that do not lead from one to the other.',
    why: 'The pin is ignored and the shortest path is taken.',
    next: 'Choose the boundaries again, in the order of passing.',
  },
  'plan-too-large': {
    what: 'The plan gives more flows or openings than can be worked out.',
    why: 'The result is not complete: openings are missing.',
    next: 'Draw like machines as groups, or split the plan.',
  },
  'reading-unknown': {
    what: 'The plan chooses the reading {reading} of {dispute}, which the catalogs do not know.',
    why: 'The default reading holds instead.',
    next: 'Choose one of the readings offered.',
  },
  'reference-dangling/unknown': { what: '{name} refers to {the} {target}, which the plan does not have.', ...DANGLING },
  'reference-dangling/empty': { what: '{name} names {no}.', ...DANGLING },
  'setting-invalid/no-setting': {
    what: '{type} on {host} has no setting {setting}.',
    why: 'The value has no effect, so what it was meant to open or close is not considered.',
    next: 'Correct the name, or remove the setting.',
  },
  'setting-invalid/value': {
    what: '{type} on {host}: {setting} cannot be {value}.',
    why: 'An invalid value counts as unknown, so rules that depend on it give no flow.',
    next: 'Choose {allowed}.',
  },
  'source-disputed': {
    what: '{question} Chosen: {chosen}',
    why: 'Sources disagree. {others}',
    next: 'Choose a reading, after asking the vendor where it matters.',
  },
  'type-unknown': {
    what: '{host} runs {type}, which no catalog knows.',
    why: 'Without its catalog nothing can be derived for it, so openings may be missing.',
    next: 'Choose a known type, or add the catalog that describes it.',
  },
  'waiver-of-required/with-reason': { ...OF_REQUIRED, why: 'The reason given: {reason}' },
  'waiver-of-required/without-reason': { ...OF_REQUIRED, why: 'No reason is given.' },
  'waiver-unused': {
    what: 'The waiver of {rule} leaves out no flow.',
    why: 'Nothing in the plan matches its rule and ends, so it may stand there by mistake.',
    next: 'Remove the waiver, or correct its rule or ends.',
  },
  'zone-cycle': {
    what: 'Zones {zones} contain each other.',
    why: 'A zone cannot lie inside itself, so its borders cannot be told.',
    next: 'Move one of them out of the others.',
  },
} as const satisfies Record<string, FindingWords<Template>>;

export type SentenceKey = keyof typeof SENTENCES;

/** Parts of sentences that are words themselves. */
export const PHRASES = {
  'the/boundary': 'the boundary',
  'the/component': 'the component',
  'the/external': 'the external',
  'the/firewall': 'the firewall',
  'the/host': 'the host',
  'the/zone': 'the zone',
  'no/boundary': 'no boundary',
  'no/component': 'no component',
  'no/external': 'no external',
  'no/firewall': 'no firewall',
  'no/host': 'no host',
  'no/zone': 'no zone',
  'owner/link': 'A link from {from} to {to}',
  'owner/path': 'The path between {a} and {b}',
  'owner/requirement': 'The requirement {id}',
  'owner/waiver': 'The waiver {id}',
  'gain/to': '{gainer} also gets {service} to {other}, meant for {owner}',
  'gain/from': '{gainer} also gets {service} from {other}, meant for {owner}',
  'gain/to-more': '{gainer} also gets {service} to {other} and {more} more, meant for {owner}',
  'gain/from-more': '{gainer} also gets {service} from {other} and {more} more, meant for {owner}',
  'reading/holds': '{reading} ({sources}): {says} It holds {rules} here.',
  'reading/opens-nothing': '{reading} ({sources}): {says} It opens nothing more here.',
  'set/too-many': 'the set has {count} members',
  'set/no-primary': 'the set has no primary',
  'set/no-secondary': 'the set has no secondary',
  'set/no-roles': 'the set has no primary and no secondary',
  'set/one': 'the set has only one member',
  'allowed/port': 'a port number 1 to 65535',
  'allowed/port-or-word': 'a port number 1 to 65535, or {word}',
  'allowed/ports': 'ports such as 443, 80,443 or 49152-65535',
  'allowed/version': 'a version such as 5.6.5',
  'allowed/text': 'a text',
} as const satisfies Record<string, Template>;

export type PhraseKey = keyof typeof PHRASES;

export const JOINERS: Readonly<Record<Joiner, string>> = { or: ' or ', and: ' and ', semicolon: '; ', space: ' ' };

type Filling<Name extends string> = Readonly<Record<Name, Slot>>;

/** What the sentences of a key need. */
export type SentenceSlots<Key extends SentenceKey> = Filling<SlotName<(typeof SENTENCES)[Key][keyof FindingWords]>>;

/** Part of a sentence, to be worded in the language of the reader. */
export function phrase<Key extends PhraseKey>(key: Key, slots: Filling<SlotName<(typeof PHRASES)[Key]>>): Phrase {
  return { phrase: key, slots };
}

/** Several parts in one place of a sentence. */
export function listed(joiner: Joiner, list: readonly Slot[]): List {
  return { joiner, list };
}
