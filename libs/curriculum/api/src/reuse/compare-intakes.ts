import type { MeetingFacts } from '@opiring/cohorts/api';
import type { ActivityView, ChangeView, ModuleContent } from '@opiring/contract/curriculum';
import type { AgendaStepView } from '@opiring/contract/meetings';
import type { ComparedMeeting, MeetingComparison, MeetingField } from '@opiring/contract/reuse';
import { carriedOver, type ReleaseRule } from '@opiring/contract/release.values';
import type { Day } from '@opiring/contract/text';
import { isDeepStrictEqual } from 'node:util';
import { changesOf } from '../changes.view';
import type { DraftModule } from '../draft.view';
import { daysBetween, plusDays } from './days';
import { type Lineage, matched } from './match';
import { wallClock } from './source-meetings';

/** One intake with all that is compared of it. */
export interface Intake extends Lineage {
  startsOn: Day;
  timeZone: string;
  modules: DraftModule[];
  meetings: MeetingFacts[];
  agendas: Readonly<Record<string, AgendaStepView[]>>;
}
type Thing = ModuleContent | ActivityView;

const activitiesOf = ({ modules }: Intake) => modules.flatMap(({ activities }) => activities);

/** How the later intake's curriculum differs from the earlier's, told as changes; dates count from each one's first day. */
export function changesBetween(earlier: Intake, later: Intake): ChangeView[] {
  const ids = new Map([
    ...matched(earlier.modules, later.modules, earlier, later),
    ...matched(activitiesOf(earlier), activitiesOf(later), earlier, later),
    ...matched(earlier.meetings, later.meetings, earlier, later),
  ]);
  const shift = daysBetween(earlier.startsOn, later.startsOn);
  const before = earlier.modules.map((module) => movedOver(module, ids, shift));
  // The earlier things as they truly stood, under the ids by which they were compared.
  const were = new Map<string, Thing>();
  for (const { activities, ...module } of earlier.modules) {
    were.set(ids.get(module.id) ?? module.id, { ...module, id: ids.get(module.id) ?? module.id });
    for (const activity of activities) {
      const id = ids.get(activity.id) ?? activity.id;
      const moduleId = ids.get(module.id) ?? module.id;
      were.set(id, { ...activity, id, moduleId });
    }
  }
  keepSameMaterials(before, later);
  return changesOf(later.modules, before, {}).map((change) => ({
    ...change,
    before: change.before && (were.get(change.id) ?? change.before),
  }));
}

/** A link that was put in anew has another id and is the same link. */
function keepSameMaterials(before: DraftModule[], later: Intake): void {
  const now = new Map(activitiesOf(later).map((activity) => [activity.id, activity.materials]));
  const plain = (materials: ActivityView['materials']) =>
    materials?.map(({ id: _, ...material }) => material);
  for (const activity of before.flatMap(({ activities }) => activities)) {
    const same = now.get(activity.id);
    if (same && isDeepStrictEqual(plain(same), plain(activity.materials))) activity.materials = same;
  }
}

function movedOver(module: DraftModule, ids: ReadonlyMap<string, string>, shift: number): DraftModule {
  const own = (id: string): string => ids.get(id) ?? id;
  const day = (value: Day | null): Day | null => value && plusDays(value, shift);
  const rule = ({ release }: { release?: ReleaseRule }) =>
    release && { release: carriedOver(release, own, shift) };
  const id = own(module.id);
  return {
    ...module,
    ...rule(module),
    id,
    startsOn: day(module.startsOn),
    endsOn: day(module.endsOn),
    activities: module.activities.map((activity) => ({
      ...activity,
      ...rule(activity),
      id: own(activity.id),
      moduleId: id,
      opensOn: day(activity.opensOn),
      meetingId: activity.meetingId && own(activity.meetingId),
    })),
  };
}

/** The same for the meetings that take place. */
export function meetingsBetween(earlier: Intake, later: Intake): MeetingComparison[] {
  const held = ({ meetings }: Intake) => meetings.filter(({ state }) => state !== 'cancelled');
  const [before, after] = [held(earlier), held(later)];
  const pairs = matched(before, after, earlier, later);
  const was = new Map(before.map((meeting) => [pairs.get(meeting.id) ?? meeting.id, meeting]));
  const changed = after.flatMap((meeting): MeetingComparison[] => {
    const old = was.get(meeting.id);
    const fields = old ? fieldsOf([earlier, old], [later, meeting]) : [];
    if (old && fields.length === 0) return [];
    const kind = old ? 'changed' : 'added';
    return [
      { id: meeting.id, kind, fields, before: old ? told(old, earlier) : null, after: told(meeting, later) },
    ];
  });
  const removed = before
    .filter(({ id }) => !pairs.has(id))
    .map((meeting): MeetingComparison => ({
      ...{ id: meeting.id, kind: 'removed', fields: [], after: null },
      before: told(meeting, earlier),
    }));
  return [...changed, ...removed];
}

function fieldsOf(before: [Intake, MeetingFacts], after: [Intake, MeetingFacts]): MeetingField[] {
  const clock = ([{ startsOn, timeZone }, { startsAt, endsAt }]: [Intake, MeetingFacts]) => {
    const start = wallClock(startsAt, timeZone);
    return {
      day: daysBetween(startsOn, start.day),
      hours: `${start.time} ${wallClock(endsAt, timeZone).time}`,
    };
  };
  const [then, now] = [clock(before), clock(after)];
  const texts = (['title', 'about', 'place'] as const).filter(
    (field) => !isDeepStrictEqual({ ...before[1][field] }, { ...after[1][field] }),
  );
  return [
    ...texts,
    ...(then.day === now.day ? [] : ['day' as const]),
    ...(then.hours === now.hours ? [] : ['hours' as const]),
    ...(isDeepStrictEqual(agendaOf(...before), agendaOf(...after)) ? [] : ['agenda' as const]),
  ];
}

const agendaOf = ({ agendas }: Intake, { id }: MeetingFacts): AgendaStepView[] => agendas[id] ?? [];
const told = (meeting: MeetingFacts, intake: Intake): ComparedMeeting => {
  const { title, about, place, startsAt, endsAt } = meeting;
  return { title, about, place, startsAt, endsAt, agenda: agendaOf(intake, meeting) };
};
