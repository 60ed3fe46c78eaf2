import type { AttendanceState } from '@opiring/contract/cohorts';
import { certificateOf } from './certificate';
import type { FoldDay, MemberFacts } from './facts';
import { aDay, facts } from './fold.samples';

type Ways = (AttendanceState | null)[];
const five = (...states: FoldDay['meetings'][number]['state'][]) =>
  states.map((state, index) => ({ id: `m${index}`, state, endsOn: '2026-11-01' }));
const allHeld = five('held', 'held', 'held', 'held', 'held');
const rest = {
  practicum: { confirmed: 2, heldOn: '2026-11-01' },
  circles: { held: 1, lastOn: '2026-11-02' },
};
const came = (attendance: Ways, more: Partial<MemberFacts> = {}) => facts({ ...rest, attendance, ...more });

describe('the certificate', () => {
  it.each<[string, Ways, 'certificate' | 'statement']>([
    ['five of five', ['present', 'present', 'present', 'present', 'present'], 'certificate'],
    ['four of five', ['present', 'present', 'absent', 'present', 'present'], 'certificate'],
    ['four of five, online and in part', ['online', 'part', 'excused', 'present', 'online'], 'certificate'],
    ['three of five', ['present', 'present', 'absent', 'present', 'absent'], 'statement'],
    [
      'three of five, excused from two: being excused is not being there',
      ['present', 'excused', 'excused', 'present', 'present'],
      'statement',
    ],
    ['three recorded, two not', ['present', null, null, 'present', 'present'], 'statement'],
  ])('%s', (_, attendance, state) => {
    expect(certificateOf(aDay({ meetings: allHeld }), came(attendance)).state).toBe(state);
  });

  it('leaves cancelled meetings out, whoever was written down for them', () => {
    const meetings = five('held', 'cancelled', 'held', 'held', 'held');
    const given = certificateOf(
      aDay({ meetings }),
      came(['present', 'present', 'present', 'absent', 'present']),
    );
    expect(given.reasons.attendance).toEqual({ attended: 3, held: 4, total: 4, needed: 4, met: false });
    expect(given.state).toBe('statement');
  });

  it('waits for a meeting that was moved, and is given at once when all is met', () => {
    const meetings = five('held', 'held', 'planned', 'held', 'held');
    const three = certificateOf(aDay({ meetings }), came(['present', 'present', null, 'present', 'absent']));
    expect(three).toMatchObject({
      state: 'open',
      reasons: { attendance: { attended: 3, held: 4, total: 5, needed: 4 } },
    });
    expect(
      certificateOf(aDay({ meetings }), came(['present', 'present', null, 'present', 'present'])).state,
    ).toBe('certificate');
  });

  it('needs both partners’ word for the practicum', () => {
    const all: Ways = ['present', 'present', 'present', 'present', 'present'];
    const given = certificateOf(
      aDay({ meetings: allHeld }),
      came(all, { practicum: { confirmed: 1, heldOn: '2026-11-01' } }),
    );
    expect(given).toMatchObject({
      state: 'statement',
      reasons: { practicum: { confirmed: 1, heldOn: '2026-11-01', met: false, asked: true } },
    });
  });

  it('needs a circle at home', () => {
    const all: Ways = ['present', 'present', 'present', 'present', 'present'];
    const none = { circles: { held: 0, lastOn: null } };
    expect(certificateOf(aDay({ meetings: allHeld }), came(all, none)).state).toBe('statement');
    const rule = { attendanceShare: 0.8, practicum: true, communityCircle: false };
    expect(certificateOf(aDay({ meetings: allHeld, rule }), came(all, none)).state).toBe('certificate');
  });

  it('is decided when the cohort is over, meetings or not', () => {
    expect(certificateOf(aDay(), facts()).state).toBe('open');
    expect(certificateOf(aDay({ endsOn: '2026-11-23' }), facts()).state).toBe('open');
    expect(certificateOf(aDay({ endsOn: '2026-11-22' }), facts()).state).toBe('statement');
  });

  it('asks for whole meetings, not for what binary makes of a share', () => {
    const meetings = Array.from({ length: 30 }, (_, index) => ({
      id: `m${index}`,
      state: 'planned' as const,
      endsOn: '2026-12-01',
    }));
    const rule = { attendanceShare: 0.1, practicum: false, communityCircle: false };
    expect(certificateOf(aDay({ meetings, rule }), facts()).reasons.attendance.needed).toBe(3);
  });
});
