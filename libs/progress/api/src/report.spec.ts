import fc from 'fast-check';
import { ATTENDANCE_STATES } from '@opiring/contract/cohorts';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { csvCell } from './report-csv';
import { reportView } from './report.view';

const STATES = [...ATTENDANCE_STATES, null];
const row = {
  meetings: {},
  gone: { people: 0, held: 0, reached: 0 },
  stories: [],
  startsOn: '2026-10-01',
  endsOn: '2027-01-31',
  timeZone: 'Europe/Tallinn',
};

const matrices = fc
  .record({
    states: fc.array(fc.constantFrom('planned' as const, 'held' as const, 'cancelled' as const), {
      maxLength: 6,
    }),
    people: fc.integer({ min: 0, max: 12 }),
    picks: fc.array(fc.nat(5), { minLength: 72, maxLength: 72 }),
  })
  .map(
    ({ states, people, picks }) =>
      ({
        cohort: { id: 'c', name: 'Lend', programmeTitle: { et: 'Dialoogid' }, today: '2026-11-24', week: 8 },
        modules: [],
        meetings: states.map((state, n) => ({
          id: `t${n}`,
          position: n + 1,
          startsAt: '2026-10-04T07:00:00Z',
          state,
        })),
        mentors: [],
        members: Array.from({ length: people }, (_, n) => ({
          membershipId: `m${n}`,
          name: `Juht ${n}`,
          seat: n + 1,
          municipality: n % 3 ? `Vald ${n % 4}` : '',
          states: [],
          attendance: states.map((_, t) => STATES[picks[n * 6 + t] ?? 0] ?? null),
          circles: 1,
          certificate: 'open',
          pausedUntil: null,
          mentorId: null,
        })),
        totals: { circles: people, people: people * 7, lastMeetingAttended: null },
      }) as ProgressMatrixView,
  );

describe('the report', () => {
  it('adds up what the matrix shows, told another way, and nothing of fewer than five', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const report = reportView(matrix, row);
        report.meetings.forEach((meeting, ordinal) => {
          let came = 0;
          let counted = 0;
          for (const { attendance } of matrix.members) {
            counted += 1;
            const state = attendance[ordinal];
            if (state !== 'absent' && state !== 'excused' && state !== null) came += 1;
          }
          const shown = meeting.state === 'held' && counted >= 5;
          expect(meeting.attended).toBe(shown ? came : null);
          const sum =
            meeting.attendance && Object.values(meeting.attendance).reduce((one, other) => one + other, 0);
          expect(sum).toBe(shown ? counted : null);
        });
        expect(report.circles).toEqual(
          matrix.members.length >= 5 ? { held: matrix.totals.circles, people: matrix.totals.people } : null,
        );
        expect(report.municipalities).not.toContain('');
      }),
    );
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `"'+1"`],
    ['-1+2', `"'-1+2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['Tamm, Mari', '"Tamm, Mari"'],
    ['Õie "Vares"', '"Õie ""Vares"""'],
    ['Mari-Liis', 'Mari-Liis'],
    [-3, '-3'],
  ])('writes %j so that no spreadsheet runs it', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });
});
