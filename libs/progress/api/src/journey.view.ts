import type { CohortOverview, MeetingFacts, RosterMember } from '@opiring/cohorts/api';
import { personOf } from '@opiring/cohorts/api';
import type { CurriculumOverview } from '@opiring/curriculum/api';
import type { MeetingView, PersonView } from '@opiring/contract/cohorts';
import type {
  JourneyModuleView,
  JourneyQuestionView,
  JourneyView,
  ProgressState,
} from '@opiring/contract/progress';
import type { OwnExceptionView } from '@opiring/contract/exceptions';
import { MOMENTS } from '@opiring/contract/values';
import { ownExceptions } from './exceptions.view';
import { nextThings } from './next-things';
import type { OwnRow } from './own.queries';
import type { Standing } from './standing';
import { openingDay, openingRule } from './release';
import { weekOf } from './weeks';

/** Everything a journey is made of. */
export interface JourneyParts {
  readonly member: RosterMember;
  readonly overview: CohortOverview;
  readonly curriculum: CurriculumOverview;
  readonly own: OwnRow;
  readonly standing: Standing;
}

export function journeyView(parts: JourneyParts): JourneyView {
  const { member, overview, own, standing } = parts;
  const { id, name, programmeSlug, programmeTitle, timeZone, startsOn, endsOn } = overview.cohort;
  const modules = modulesOf(parts);
  const meetings = overview.meetings.map((meeting) => meetingOf(meeting, member.membershipId, own));
  return {
    cohort: { id, name, programmeSlug, programmeTitle, timeZone, startsOn, endsOn },
    me: personOf(member),
    mentor: companion(overview, member.mentorId),
    partner: companion(overview, member.partnerId),
    today: standing.today,
    week: weekOf(overview.cohort, standing.today),
    modules,
    questions: questionsOf(parts, modules),
    meetings,
    attendance: [...standing.facts.attendance],
    next: nextThings({
      modules,
      meetings,
      own,
      hasPartner: member.partnerId !== null,
      over: standing.today > endsOn,
    }),
    ...(own.note && { latestNote: { ...own.note, at: new Date(own.note.at).toISOString() } }),
    certificate: standing.progress.certificate,
  };
}

/** The mentor or partner, as the cohort knows them. */
export function companion({ roster }: Pick<CohortOverview, 'roster'>, id: string | null): PersonView | null {
  const found = id === null ? undefined : roster.find(({ membershipId }) => membershipId === id);
  return found ? personOf(found) : null;
}

function modulesOf({ member, curriculum, own, standing }: JourneyParts): JourneyModuleView[] {
  const agreed = ownExceptions(own.exceptions, member.membershipId, standing.today);
  const agreedOn = (id: string): { exception?: OwnExceptionView } => {
    const exception = agreed.get(id);
    return exception ? { exception } : {};
  };
  const entryOf = new Map(own.entries.toReversed().map(({ activityId, id }) => [activityId, id]));
  let ordinal = 0;
  return curriculum.modules.map((module, index) => ({
    id: module.id,
    title: module.title,
    purpose: module.purpose,
    startsOn: module.startsOn,
    endsOn: module.endsOn,
    ...(module.release && { release: module.release }),
    alongside: module.alongside,
    state: standing.progress.modules[index] ?? 'ahead',
    ...agreedOn(module.id),
    activities: module.activities.map((activity) => {
      const entryId = entryOf.get(activity.id);
      return {
        ...activity,
        state: standing.progress.activities[ordinal++] ?? 'ahead',
        doneAt: standing.doneAt(activity.id),
        ...agreedOn(activity.id),
        ...(entryId !== undefined && { entryId }),
      };
    }),
  }));
}

/** Which of several activities for one moment speaks for it: the furthest. */
const FURTHEST: readonly ProgressState[] = ['done', 'begun', 'ahead', 'paused', 'closed', 'excused'];

function questionsOf(
  { curriculum, own }: JourneyParts,
  modules: readonly JourneyModuleView[],
): JourneyQuestionView[] {
  const answers = modules.flatMap((module) =>
    module.activities.map((activity) => ({
      ...activity,
      opensOn: openingDay(activity, module),
      release: openingRule(activity, { ...module, closed: module.state === 'closed' }),
    })),
  );
  const asked = new Set(answers.map(({ questionId }) => questionId));
  // The four always; one of another strand only where this curriculum asks for an answer to it.
  const questions = curriculum.questions.filter(({ id, strand }) => strand === 'main' || asked.has(id));
  return questions.map((question) => ({
    ...question,
    moments: MOMENTS.map((moment) => {
      const [activity] = answers
        .filter((answer) => answer.questionId === question.id && answer.moment === moment)
        .sort((one, other) => FURTHEST.indexOf(one.state) - FURTHEST.indexOf(other.state));
      const entry = own.entries.find((told) => told.questionId === question.id && told.moment === moment);
      return {
        moment,
        state: activity?.state ?? 'closed',
        at: activity?.doneAt ?? null,
        opensOn: activity?.opensOn ?? null,
        ...(activity?.state === 'closed' && activity.release && { release: activity.release }),
        activityId: activity?.id ?? null,
        entryId: activity?.entryId ?? entry?.id ?? null,
      };
    }),
  }));
}

function meetingOf(meeting: MeetingFacts, me: string, own: OwnRow): MeetingView {
  const { attendance, ...told } = meeting;
  const day = own.days[meeting.id];
  const there = ['present', 'online', 'part'].includes(attendance[me] ?? '');
  return {
    ...told,
    ...(day?.link && { link: day.link }),
    myReply: own.replies[meeting.id] ?? null,
    myAttendance: attendance[me] ?? null,
    can: {
      edit: false,
      reply: meeting.state === 'planned',
      recordAttendance: false,
      checkIn: Boolean(day?.open) && !there,
    },
  };
}
