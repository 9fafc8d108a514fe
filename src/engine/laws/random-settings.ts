import fc from 'fast-check';
import { type Catalog, qualify, type SettingDeclaration } from '../../model/catalog.ts';

const any = fc.nat({ max: 9999 });

/** Which setting is written, and which value it gets. */
export const settingChoice = fc.record({ setting: any, value: any, invalid: fc.nat({ max: 24 }) });
export type SettingChoice = typeof settingChoice extends fc.Arbitrary<infer T> ? T : never;

/** Settings of a type or of the types it acts as; one of 25 is no value its declaration knows. */
export function randomSettings(catalogs: readonly Catalog[], type: string, choices: readonly SettingChoice[]): Record<string, unknown> {
  const declared = declarations(catalogs, type);
  if (declared.length === 0) return {};
  return Object.fromEntries(
    choices.map((choice) => {
      const [name, declaration] = declared[choice.setting % declared.length] ?? ['none', undefined];
      if (declaration === undefined || choice.invalid === 24) return [name, ['nonsense', -1, 1.5, 70_000][choice.value % 4]];
      const values = [...valuesOf(declaration), ...(declaration.defaultWord === undefined ? [] : [declaration.defaultWord])];
      return [name, values[choice.value % values.length]];
    }),
  );
}

function declarations(catalogs: readonly Catalog[], type: string): [string, SettingDeclaration][] {
  for (const catalog of catalogs) {
    for (const declared of catalog.types) {
      if (qualify(catalog.product, declared.id) !== type) continue;
      return [
        ...declared.actsAs.flatMap((other) => declarations(catalogs, qualify(catalog.product, other))),
        ...Object.entries(declared.settings),
      ];
    }
  }
  return [];
}

function valuesOf(declaration: SettingDeclaration): (string | number | boolean)[] {
  switch (declaration.kind) {
    case 'flag':
      return [true, true, false, ...(declaration.defaultWord === undefined ? [] : ['on', 'off'])];
    case 'choice':
      return declaration.values.map((choice) => choice.value);
    case 'port':
      return [443, 17472, 17473, 34545, ...(declaration.random ? ['random'] : [])];
    case 'ports':
      return ['80,443', '49152-65535', '445-500,443,444'];
    case 'version':
      return ['5.8', '5.6.4', '5.0', '5.4.3', '6.0-rc1'];
    case 'text':
      return ['', 'a', 'b'];
  }
}
