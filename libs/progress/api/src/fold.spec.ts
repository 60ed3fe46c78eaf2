import type { ProgressState } from '@opiring/contract/progress';
import { BEGUN, DONE, type FoldActivity, type MemberFacts, UNTOUCHED } from './facts';
import { foldFor } from './fold';
import { activity, aDay, aModule, facts } from './fold.samples';

const one = activity('one');
const two = activity('two');
const optional = activity('extra', { required: false });
const later = activity('later', { opensOn: '2026-12-01' });
const circle = activity('circle', { kind: 'circle' });
const practicum = activity('practicum', { kind: 'practicum' });
const attend = activity('attend', { kind: 'attend', meetingId: 'm1' });
const meeting = (state: 'planned' | 'held' | 'cancelled') => [{ id: 'm1', state, endsOn: '2026-11-01' }];

describe('how a module stands', () => {
  it.each<[string, FoldActivity[], Partial<MemberFacts>, ProgressState]>([
    ['ahead, when nothing was touched', [one, two], { marks: [UNTOUCHED, UNTOUCHED] }, 'ahead'],
    ['begun, when one thing was begun', [one, two], { marks: [BEGUN, UNTOUCHED] }, 'begun'],
    ['begun, when one of two is done', [one, two], { marks: [DONE, UNTOUCHED] }, 'begun'],
    ['begun, when only what is optional is done', [one, optional], { marks: [UNTOUCHED, DONE] }, 'begun'],
    [
      'done, when all that is required is done',
      [one, two, optional],
      { marks: [DONE, DONE, UNTOUCHED] },
      'done',
    ],
    ['done by all that is optional, where nothing is required', [optional], { marks: [DONE] }, 'done'],
    ['ahead, when there is nothing in it', [], {}, 'ahead'],
    ['done for who had done what is retired, when nothing else is left', [], { retiredDone: [0] }, 'done'],
    ['begun for who had done what is retired', [one], { marks: [UNTOUCHED], retiredDone: [0] }, 'begun'],
    ['untouched by what is retired elsewhere', [one], { marks: [UNTOUCHED], retiredDone: [1, -1] }, 'ahead'],
    ['paused in an agreed pause', [one], { marks: [BEGUN], paused: true }, 'paused'],
    ['done even in a pause', [one], { marks: [DONE], paused: true }, 'done'],
    ['done by a circle held', [circle], { circles: { held: 1, lastOn: '2026-11-01' } }, 'done'],
    [
      'ahead while one partner alone confirmed',
      [practicum],
      { practicum: { confirmed: 1, heldOn: '2026-11-01' } },
      'ahead',
    ],
    ['done when both confirmed', [practicum], { practicum: { confirmed: 2, heldOn: '2026-11-01' } }, 'done'],
    ['done by being there', [attend], { attendance: ['part'] }, 'done'],
    ['ahead when excused', [attend], { attendance: ['excused'] }, 'ahead'],
  ])('%s', (_, activities, known, state) => {
    const day = aDay({ modules: [aModule(activities)], meetings: meeting('held') });
    expect(foldFor(day)(facts(known)).modules).toEqual([state]);
  });

  it.each<[string, string | null, Partial<MemberFacts>, ProgressState]>([
    ['open without a day', null, {}, 'ahead'],
    ['open on its first day', '2026-11-23', {}, 'ahead'],
    ['closed the day before', '2026-11-24', {}, 'closed'],
    ['closed in a pause too', '2026-11-24', { paused: true }, 'closed'],
    ['closed, though something was begun before it was moved', '2026-11-24', { marks: [BEGUN] }, 'closed'],
    ['done for who had done it before it was moved (rule 10)', '2026-11-24', { marks: [DONE] }, 'done'],
  ])('is %s', (_, startsOn, known, state) => {
    const day = aDay({ modules: [aModule([one], startsOn)] });
    expect(foldFor(day)(facts(known)).modules).toEqual([state]);
  });

  it('does not wait for a meeting that was cancelled, and keeps it for who was there', () => {
    const day = aDay({ modules: [aModule([one, attend])], meetings: meeting('cancelled') });
    expect(foldFor(day)(facts({ marks: [DONE], attendance: [null] })).modules).toEqual(['done']);
    expect(foldFor(day)(facts({ attendance: ['present'] })).modules).toEqual(['begun']);
  });

  it('waits for what opens later within it', () => {
    const day = aDay({ modules: [aModule([one, later])] });
    const progress = foldFor(day)(facts({ marks: [DONE, UNTOUCHED] }));
    expect(progress).toMatchObject({ modules: ['begun'], activities: ['done', 'closed'] });
  });

  it('counts marks on across modules', () => {
    const day = aDay({
      modules: [aModule([one, two]), aModule([optional, later]), aModule([circle], '2027-01-01')],
    });
    const progress = foldFor(day)(facts({ marks: [DONE, DONE, BEGUN, DONE, UNTOUCHED] }));
    expect(progress.activities).toEqual(['done', 'done', 'begun', 'done', 'closed']);
    expect(progress.modules).toEqual(['done', 'done', 'closed']);
  });
});
