import catalogs from 'virtual:catalogs';
import { describe, it } from 'vitest';
import { hold, PATIENCE, RUNS } from './hold.ts';
import { LAWS } from './laws.ts';
import { ODD_CATALOG } from './odd-catalog.ts';

const infra = catalogs.filter((catalog) => catalog.rules.length === 0);

describe('every plan with a product that uses all forms of rules', () => {
  const laws = LAWS.filter((law) => !law.costly);
  it(laws.map((law) => law.says).join('. '), () => hold(laws, [...infra, ODD_CATALOG], RUNS * 0.4), PATIENCE);
});
