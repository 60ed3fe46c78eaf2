import type { MeetingView, PersonView } from '@opiring/contract/cohorts';
import type { JourneyActivityView, JourneyModuleView } from '@opiring/contract/progress';
import { nextThings } from './next-things';

const activity = (id: string, more: Partial<JourneyActivityView> = {}) =>
  ({ id, kind: 'reflect', required: true, state: 'ahead', ...more }) as JourneyActivityView;
const meeting = (id: string, more: Partial<MeetingView> = {}) =>
  ({ id, state: 'planned', myReply: null, ...more }) as MeetingView;
const note = {
  noteId: 'n',
  entryId: 'e',
  kind: 'asking',
  body: 'Mis juhtus?',
  quote: null,
  at: '2026-11-20T10:00:00+00:00',
  thanked: false,
  by: { name: 'Helve' } as PersonView,
};
const around = (more: Partial<Parameters<typeof nextThings>[0]>) => ({
  modules: [],
  meetings: [],
  own: { note: null, practicum: null, principlesWaiting: false },
  hasPartner: true,
  over: false,
  ...more,
});
const inModule = (...activities: JourneyActivityView[]): JourneyModuleView[] => [
  { activities } as unknown as JourneyModuleView,
];
const told = (more: Partial<Parameters<typeof nextThings>[0]>): string[] =>
  nextThings(around(more)).map((thing) => thing.activity?.id ?? thing.meeting?.id ?? thing.kind);

describe('what is next', () => {
  it('is nothing where nothing waits', () => expect(told({})).toEqual([]));

  it('puts what was begun before everything, and names three at most', () => {
    const modules = inModule(activity('open'), activity('draft', { state: 'begun' }), activity('more'));
    expect(told({ modules, own: { note, practicum: null, principlesWaiting: true } })).toEqual([
      'draft',
      'note',
      'principles',
    ]);
    expect(told({ modules })).toEqual(['draft', 'open', 'more']);
  });

  it('offers neither what is closed, paused, done, left to choice, nor coming to a meeting', () => {
    const modules = inModule(
      activity('closed', { state: 'closed' }),
      activity('paused', { state: 'paused' }),
      activity('done', { state: 'done' }),
      activity('choice', { required: false }),
      activity('attend', { kind: 'attend' }),
    );
    expect(told({ modules })).toEqual([]);
  });

  it('tells of the practicum once: as waited for by the partner, or as to be held', () => {
    const modules = inModule(activity('practicum', { kind: 'practicum' }));
    const waiting = {
      note: null,
      practicum: { confirmed: 1, heldOn: '2026-11-20', mine: false, topic: '', withId: 'ants' },
      principlesWaiting: false,
    };
    expect(nextThings(around({ modules, own: waiting })).map(({ kind }) => kind)).toEqual(['practicum']);
    expect(told({ modules })).toEqual(['practicum']);
    expect(told({ modules, hasPartner: false })).toEqual([]);
  });

  it('leaves out a note that was thanked for and a meeting that was answered', () => {
    const own = { note: { ...note, thanked: true }, practicum: null, principlesWaiting: false };
    expect(
      told({ own, meetings: [meeting('answered', { myReply: false }), meeting('held', { state: 'held' })] }),
    ).toEqual([]);
    expect(
      told({ meetings: [meeting('answered', { myReply: true }), meeting('next'), meeting('after')] }),
    ).toEqual(['next']);
  });

  it('asks nothing more when the cohort is over', () => {
    const modules = inModule(activity('open'), activity('draft', { state: 'begun' }));
    expect(told({ modules, over: true, own: { note, practicum: null, principlesWaiting: true } })).toEqual([
      'draft',
      'note',
    ]);
  });
});
