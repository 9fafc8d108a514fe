import { describe, expect, it } from 'vitest';
import { SEVERITIES } from './finding.ts';

/** As model.md lists them. */
const MODEL = {
  error: [
    'id-duplicate reference-dangling zone-cycle type-unknown setting-invalid address-invalid path-missing internet-not-connected',
    'plan-too-large',
  ],
  warning: [
    'condition-unknown partner-missing ha-group-size address-overlap any-internet-source waiver-of-required waiver-unused link-unused',
    'link-across-deployments path-ambiguous path-over-internet path-pin-invalid boundary-end-not-a-zone destination-unnamed choose-one',
    'reading-unknown must-stand-alone',
  ],
  info: ['source-disputed address-missing address-outside-zone catalog-changed'],
};

describe('every finding', () => {
  it('has the severity of the model, and none is without', () => {
    const listed = Object.entries(MODEL).flatMap(([severity, lines]) =>
      lines.flatMap((line) => line.split(' ').map((code) => [code, severity])),
    );
    expect(SEVERITIES).toEqual(Object.fromEntries(listed));
  });
});
