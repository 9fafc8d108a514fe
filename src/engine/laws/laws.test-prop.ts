import catalogs from 'virtual:catalogs';
import { describe, it } from 'vitest';
import { hold, PATIENCE, RUNS } from './hold.ts';
import { LAWS } from './laws.ts';

const laws = LAWS.filter((law) => !law.costly);

describe('every plan with the products of the catalogs', () => {
  it(laws.map((law) => law.says).join('. '), () => hold(laws, catalogs, RUNS * 0.6), PATIENCE);
});
