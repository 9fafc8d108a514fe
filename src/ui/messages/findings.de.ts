import type { PHRASES, SENTENCES } from '../../engine/finding-words.ts';
import type { FindingWords, Joiner, Template } from '../../engine/wording.ts';

const DANGLING = {
  why: 'Was an dem Verweis hängt, fehlt im Ergebnis.',
  next: 'Hinzufügen, was fehlt ({the}), oder den Verweis berichtigen.',
};
const AMBIGUOUS = {
  why: 'Gewählt ist der mit den kleinsten Kennungen; der wirkliche Verkehr nimmt vielleicht einen anderen und findet ihn geschlossen.',
  next: 'Den Weg festlegen oder die ungenutzte Grenze entfernen.',
};
const OF_REQUIRED = {
  what: {
    one: 'Ein erforderlicher Fluss von {rule} ist ausgelassen.',
    other: '{count} erforderliche Flüsse von {rule} sind ausgelassen.',
  },
  next: 'Prüfen, ob der Grund noch gilt, oder die Auslassung entfernen.',
};

/** The sentences of every finding in German: the compiler sees to it that none is missing, a test that each has the same slots. */
export const sentencesDe: Record<keyof typeof SENTENCES, FindingWords<Template>> = {
  'address-invalid': {
    what: '{name} hat die Adresse {address}; das ist weder Adresse noch Netz noch Bereich.',
    why: 'Firewalls lesen verkürzte, oktale oder nicht ausgerichtete Schreibweisen verschieden, deshalb bleibt die Adresse außen vor.',
    next: '10.0.0.1, 10.0.0.0/24 (ohne Hostbits), 10.0.0.1-10.0.0.9 oder die IPv6-Form davon eingeben.',
  },
  'address-missing': {
    what: '{name} hat noch keine Adresse, und eine Freischaltung braucht sie.',
    why: 'Ohne Adresse kann ein Firewall-Team keine Zeile umsetzen.',
    next: 'Die Adresse eingeben oder die Zeilen vorerst als nicht bestellbar stehen lassen.',
  },
  'address-outside-zone': {
    what: '{name} hat {addresses}, außerhalb der Netze von {zone}.',
    why: 'Adresse oder Zone ist nicht das, was gebaut wird.',
    next: 'Die Adresse berichtigen, den Host verschieben oder das Netz in die Zone aufnehmen.',
  },
  'address-overlap/pair': {
    what: '{a} und {b} haben gemeinsame Adressen.',
    why: 'Eine Firewall sieht nur Adressen: {gains}.',
    next: 'Die Adressen berichtigen oder den gemeinsamen Teil aus dem größeren Bereich herausnehmen.',
  },
  'address-overlap/many': {
    what: 'Mehr als {count} Paare von Enden haben gemeinsame Adressen; nur einige davon sind aufgeführt.',
    why: 'Eine Firewall sieht nur Adressen, deshalb lassen Freischaltungen für das eine Ende auch die anderen durch.',
    next: 'Die Adressen der zuerst genannten Enden berichtigen.',
  },
  'any-internet-source': {
    what: '{name} steht für jede Adresse des Internets.',
    why: 'Die Freischaltungen damit lassen alle durch.',
    next: 'Die wirklichen Adressen eingeben oder akzeptieren, dass diese Freischaltungen dem ganzen Internet offenstehen.',
  },
  'boundary-end-not-a-zone': {
    what: 'Grenze {name} endet an {frames}, nur ein Rahmen.',
    why: 'Ein Rahmen filtert nicht, eine Grenze zu ihm hat also keine Bedeutung und zählt nicht.',
    next: 'Die Grenze zur Zone um den Rahmen oder in ihm zeichnen, oder den Rahmen filtern lassen.',
  },
  'catalog-changed': {
    what: 'Der Plan wurde mit {catalog} {saved} gespeichert; jetzt gilt {now}.',
    why: 'Die Freischaltungen können von den damaligen abweichen.',
    next: 'Mit dem bestellten Blatt vergleichen.',
  },
  'choose-one': {
    what: '{setting} von {type} auf {host} ist nicht entschieden.',
    why: 'Alle Möglichkeiten werden geöffnet, obwohl nur eine gebraucht wird.',
    next: 'Eine davon wählen.',
  },
  'condition-unknown': {
    what: '{setting} von {type} auf {host} ist nicht bekannt.',
    why: {
      one: 'Ob diese Regel gilt, lässt sich nicht sagen: {rules}. Sie ergibt keine Freischaltung.',
      other: 'Ob diese Regeln gelten, lässt sich nicht sagen: {rules}. Sie ergeben keine Freischaltung.',
    },
    next: 'Den Wert setzen.',
  },
  'destination-unnamed': {
    what: 'Die Herstellerseite nennt die Hosts von {name} nicht.',
    why: 'Ohne Namen ist die Zeile nicht bestellbar, und sie für jede Adresse zu öffnen wäre ein Loch.',
    next: 'Die Namen beim Hersteller erfragen und als eigene Anforderung hinzufügen.',
  },
  'ha-group-size': {
    what: '{members}: {problem}.',
    why: 'Ein Hochverfügbarkeitsverbund besteht aus genau zwei Rechnern, jeder mit eigener Rolle.',
    next: 'Ein Mitglied hinzufügen oder entfernen, die Rollen berichtigen oder getrennten Verbünden verschiedene Gruppennamen geben.',
  },
  'id-duplicate': {
    what: 'Die Kennung {id} ist {count}-mal vergeben.',
    why: 'Verweise darauf sind mehrdeutig, und von zwei gleichartigen zählt nur eines.',
    next: 'Jedem eine eigene Kennung geben.',
  },
  'internet-not-connected': {
    what: {
      one: 'Keine Grenze führt zu {internet}, und ein Fluss braucht sie.',
      other: 'Keine Grenze führt zu {internet}, und {count} Flüsse brauchen sie.',
    },
    why: 'Sind Grenzen gezeichnet, zählen nur gezeichnete, und keine führt dorthin.',
    next: 'Eine Grenze zwischen {internet} und der damit verbundenen Zone zeichnen.',
  },
  'link-across-deployments': {
    what: '{from} ist mit {to} verknüpft; die beiden gehören zu verschiedenen Installationen.',
    why: 'Komponenten verschiedener Installationen sprechen nie miteinander, deshalb zählt die Verknüpfung nicht.',
    next: 'Beide in eine Installation legen oder die Verknüpfung entfernen.',
  },
  'link-unused': {
    what: 'Die Verknüpfung von {fromType} auf {fromHost} mit {toType} auf {toHost} bewirkt nichts.',
    why: 'Mit den jetzigen Einstellungen lässt keine Regel die beiden miteinander sprechen.',
    next: 'Die Verknüpfung entfernen oder die Einstellungen ändern, die beide trennen.',
  },
  'must-stand-alone': {
    what: '{type} teilt sich den Host {host} mit anderen.',
    why: 'Netzwerkschnittstelle und Adresse sind eigene, Regeln für den gemeinsamen Host wären also falsch.',
    next: 'Einen eigenen Host dafür anlegen.',
  },
  'partner-missing': {
    what: '{partner} fehlt für {type} auf {host}.',
    why: 'So bleibt ohne Gegenstelle: {purpose}.',
    next: '{partner} setzen oder bewusst weglassen und diesen Befund akzeptieren.',
  },
  'path-ambiguous/inside': { what: '{zone} hat mehrere innere Grenzen.', ...AMBIGUOUS },
  'path-ambiguous/between': { what: 'Mehrere gleich kurze Wege führen von {a} nach {b}.', ...AMBIGUOUS },
  'path-missing': {
    what: {
      one: 'Kein Weg führt von {a} nach {b}, und ein Fluss braucht einen.',
      other: 'Kein Weg führt von {a} nach {b}, und {count} Flüsse brauchen einen.',
    },
    why: 'Ohne Weg lässt sich nicht sagen, welche Firewalls öffnen müssen.',
    next: 'Eine Grenze zwischen beiden zeichnen, oder zwischen Zonen, die von der einen zur anderen führen.',
  },
  'path-over-internet': {
    what: 'Der einzige Weg von {a} nach {b} führt über {through}.',
    why: 'Interner Verkehr ginge über das Internet, und Freischaltungen stünden ihm offen.',
    next: 'Wenn es eine gibt, eine Grenze zeichnen, die beide Zonen direkter verbindet.',
  },
  'path-pin-invalid': {
    what: 'Der Weg von {a} nach {b} ist auf Grenzen festgelegt, die nicht vom einen zum anderen führen.',
    why: 'Die Festlegung zählt nicht; der kürzeste Weg gilt.',
    next: 'Die Grenzen neu wählen, in der Reihenfolge des Querens.',
  },
  'plan-too-large': {
    what: 'Der Plan ergibt mehr Flüsse oder Freischaltungen, als sich ermitteln lassen.',
    why: 'Das Ergebnis ist unvollständig: Freischaltungen fehlen.',
    next: 'Gleichartige Rechner als Gruppen zeichnen oder den Plan teilen.',
  },
  'reading-unknown': {
    what: 'Der Plan wählt die Lesart {reading} von {dispute}; die Kataloge kennen sie nicht.',
    why: 'Stattdessen gilt die Standard-Lesart.',
    next: 'Eine der angebotenen Lesarten wählen.',
  },
  'reference-dangling/unknown': { what: '{name} verweist auf etwas, das im Plan fehlt: {the} {target}.', ...DANGLING },
  'reference-dangling/empty': { what: '{name} nennt {no}.', ...DANGLING },
  'setting-invalid/no-setting': {
    what: '{type} auf {host} hat keine Einstellung {setting}.',
    why: 'Der Wert bewirkt nichts; was er öffnen oder schließen sollte, bleibt unberücksichtigt.',
    next: 'Den Namen berichtigen oder die Einstellung entfernen.',
  },
  'setting-invalid/value': {
    what: '{type} auf {host}: {setting} kann nicht {value} sein.',
    why: 'Ein ungültiger Wert zählt als unbekannt, Regeln dazu ergeben also keinen Fluss.',
    next: 'Möglich: {allowed}.',
  },
  'source-disputed': {
    what: '{question} Gewählt: {chosen}',
    why: 'Quellen widersprechen sich. {others}',
    next: 'Eine Lesart wählen, wo es darauf ankommt nach Rückfrage beim Hersteller.',
  },
  'type-unknown': {
    what: 'Auf {host} läuft {type}; kein Katalog kennt diesen Typ.',
    why: 'Ohne Katalog lässt sich dafür nichts ableiten, Freischaltungen können also fehlen.',
    next: 'Einen bekannten Typ wählen oder den passenden Katalog hinzufügen.',
  },
  'waiver-of-required/with-reason': { ...OF_REQUIRED, why: 'Angegebener Grund: {reason}' },
  'waiver-of-required/without-reason': { ...OF_REQUIRED, why: 'Kein Grund angegeben.' },
  'waiver-unused': {
    what: 'Die Auslassung von {rule} betrifft keinen Fluss.',
    why: 'Nichts im Plan passt zu ihrer Regel und ihren Enden, vielleicht steht sie versehentlich da.',
    next: 'Die Auslassung entfernen oder ihre Regel oder Enden berichtigen.',
  },
  'zone-cycle': {
    what: 'Die Zonen {zones} enthalten einander.',
    why: 'Eine Zone kann nicht in sich selbst liegen, ihre Grenzen sind also nicht bestimmbar.',
    next: 'Eine davon aus den anderen herausnehmen.',
  },
};

/** Parts of these sentences in German. */
export const phrasesDe: Record<keyof typeof PHRASES, Template> = {
  'the/boundary': 'Grenze',
  'the/component': 'Komponente',
  'the/external': 'Externer Dienst',
  'the/firewall': 'Firewall',
  'the/host': 'Host',
  'the/zone': 'Zone',
  'no/boundary': 'keine Grenze',
  'no/component': 'keine Komponente',
  'no/external': 'keinen externen Dienst',
  'no/firewall': 'keine Firewall',
  'no/host': 'keinen Host',
  'no/zone': 'keine Zone',
  'owner/link': 'Eine Verknüpfung von {from} mit {to}',
  'owner/path': 'Der Weg von {a} nach {b}',
  'owner/requirement': 'Die Anforderung {id}',
  'owner/waiver': 'Die Auslassung {id}',
  'gain/to': '{gainer} erhält auch {service} zu {other}, gedacht für {owner}',
  'gain/from': '{gainer} erhält auch {service} von {other}, gedacht für {owner}',
  'gain/to-more': '{gainer} erhält auch {service} zu {other} und {more} weitere, gedacht für {owner}',
  'gain/from-more': '{gainer} erhält auch {service} von {other} und {more} weitere, gedacht für {owner}',
  'reading/holds': '{reading} ({sources}): {says} Hier gilt damit {rules}.',
  'reading/opens-nothing': '{reading} ({sources}): {says} Hier öffnet das nichts weiter.',
  'set/too-many': 'Der Verbund hat {count} Mitglieder',
  'set/no-primary': 'Dem Verbund fehlt die Rolle primary',
  'set/no-secondary': 'Dem Verbund fehlt die Rolle secondary',
  'set/no-roles': 'Dem Verbund fehlen die Rollen primary und secondary',
  'set/one': 'Der Verbund hat nur ein Mitglied',
  'allowed/port': 'eine Portnummer von 1 bis 65535',
  'allowed/port-or-word': 'eine Portnummer von 1 bis 65535 oder {word}',
  'allowed/ports': 'Ports wie 443, 80,443 oder 49152-65535',
  'allowed/version': 'eine Version wie 5.6.5',
  'allowed/text': 'ein Text',
};

/** What stands between the parts of a list in German. */
export const joinersDe: Record<Joiner, string> = { or: ' oder ', and: ' und ', semicolon: '; ', space: ' ' };
