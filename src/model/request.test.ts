import { describe, expect, it } from 'vitest';
import { emptyPlan } from './plan.ts';
import { hasRequest, requestAt, requestFor, setRequest } from './request.ts';

describe('a change request', () => {
  const plan = emptyPlan('x');

  it('is written at the plan, a point and a flow, and the nearest one that says something holds', () => {
    let next = setRequest(plan, { kind: 'plan' }, 'requester', ' Ada ');
    next = setRequest(next, { kind: 'plan' }, 'ticket', 'CHG-1');
    next = setRequest(next, { kind: 'points', id: 'fw' }, 'ticket', 'CHG-2');
    next = setRequest(next, { kind: 'flows', id: 'f1' }, 'until', '2027-01-31');
    expect(requestFor(next, 'fw', ['f1', 'f2'])).toMatchObject({ requester: 'Ada', ticket: 'CHG-2', until: '2027-01-31', owner: '' });
    expect(requestFor(next, 'other', [])).toMatchObject({ requester: 'Ada', ticket: 'CHG-1', until: '' });
    expect(requestFor(setRequest(next, { kind: 'flows', id: 'f2' }, 'until', 'permanent'), 'fw', ['f1', 'f2']).until).toBe(
      '2027-01-31; permanent',
    );
  });

  it('leaves no trace once everything is taken away', () => {
    const there = setRequest(setRequest(plan, { kind: 'points', id: '__proto__' }, 'owner', 'x'), { kind: 'plan' }, 'owner', 'y');
    expect(requestAt(there, { kind: 'points', id: '__proto__' }).owner).toBe('x');
    const gone = setRequest(setRequest(there, { kind: 'points', id: '__proto__' }, 'owner', ''), { kind: 'plan' }, 'owner', ' ');
    expect(gone).toEqual(plan);
    expect(hasRequest(gone)).toBe(false);
  });

  it.each([undefined, null, 'x', 7, [], { plan: 5, points: 'x', flows: { f: [1] } }, { plan: { owner: { a: 1 } } }])(
    'reads %j as nothing',
    (request) => {
      const strange = { ...plan, request };
      expect(Object.values(requestFor(strange, 'fw', ['f'])).join('')).toBe('');
    },
  );

  it('keeps what it does not know', () => {
    const strange = { ...plan, request: { plan: { costCentre: '4711' }, note: 'x' } };
    expect(setRequest(strange, { kind: 'plan' }, 'owner', 'Ada').request).toEqual({
      plan: { costCentre: '4711', owner: 'Ada' },
      note: 'x',
    });
  });
});
