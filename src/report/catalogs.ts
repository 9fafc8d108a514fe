import { type Catalog, type DefaultStep, qualify, type SettingDeclaration } from '../model/catalog.ts';
import { jsonText } from './json.ts';

/** Types and external services of catalogs: `{types, externals}`, as they stand in the catalogs. */
export function catalogListJson(catalogs: readonly Catalog[]): string {
  return jsonText({
    types: catalogs.flatMap((catalog) =>
      catalog.types.map((type) => ({
        id: qualify(catalog.product, type.id),
        name: type.name,
        product: catalog.product,
        actsAs: type.actsAs.map((reference) => qualify(catalog.product, reference)),
        standsAlone: type.standsAlone,
        settings: Object.entries(type.settings).map(([name, setting]) => settingRecord(name, setting)),
      })),
    ),
    externals: catalogs.flatMap((catalog) =>
      catalog.externals.map(({ id, name, fqdns, references }) => ({
        id: qualify(catalog.product, id),
        name,
        product: catalog.product,
        fqdns: [...fqdns],
        references: [...references],
      })),
    ),
  });
}

/** Every row of the sources of one catalog with its rules, statement or reason: `{rows}`. */
export function catalogRowsJson(
  rows: readonly {
    readonly line: string;
    readonly rules: readonly string[];
    readonly statement: string | null;
    readonly reason: string | null;
  }[],
): string {
  return jsonText({ rows: rows.map(({ line, rules, statement, reason }) => ({ line, rules: [...rules], statement, reason })) });
}

function settingRecord(name: string, setting: SettingDeclaration) {
  return {
    name,
    label: setting.label,
    kind: setting.kind,
    ...(setting.kind === 'choice' ? { values: setting.values.map(({ value }) => value) } : {}),
    /** The value where it does not depend on anything, else null: `defaultBy` tells on what. */
    default: plainDefault(setting),
    defaultBy: setting.default.filter((step) => typeof step === 'object'),
  };
}

function plainDefault(setting: SettingDeclaration): DefaultStep | null {
  const [first] = setting.default;
  return setting.default.length === 1 && typeof first !== 'object' ? (first ?? null) : null;
}
