import cases from 'virtual:catalog-cases';
import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { checkCatalogs } from './catalog-check.ts';

describe('the catalogs', () => {
  it('have nothing to complain about', () => {
    expect(checkCatalogs(catalogs, cases).map((finding) => finding.what)).toEqual([]);
  });

  it('are refused when a cited row is taken away', () => {
    const broken = catalogs.map((catalog) =>
      catalog.product === 'tanium'
        ? { ...catalog, statements: [], sources: catalog.sources.map((source) => ({ ...source, unused: [] })) }
        : catalog,
    );
    expect(checkCatalogs(broken, cases).map((finding) => finding.code)).toContain('catalog-row-missing');
  });

  it('are refused when a rule changes its port', () => {
    const broken = catalogs.map((catalog) => ({
      ...catalog,
      rules: catalog.rules.map((rule) =>
        rule.id === 'server-to-content' ? { ...rule, services: rule.services.map((service) => ({ ...service, ports: '444' })) } : rule,
      ),
    }));
    expect(checkCatalogs(broken, cases).map((finding) => finding.code)).toContain('catalog-case-failed');
  });

  it('are refused when a reference leads nowhere', () => {
    const broken = catalogs.map((catalog) => (catalog.product === 'infra' ? { ...catalog, types: [] } : catalog));
    expect(checkCatalogs(broken, []).map((finding) => finding.code)).toContain('catalog-reference');
  });
});
