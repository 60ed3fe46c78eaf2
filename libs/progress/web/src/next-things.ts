import type { JourneyView, NextThingView } from '@opiring/contract/progress';
import { type Way, wayOf } from './activity-ways';

/** A next thing as the page says it: which of our sentences, what stands in it, and where it leads. */
export interface NextCard {
  key: string;
  params: Record<string, string | number>;
  /** The thing's own title, where it has one. */
  title?: NonNullable<NextThingView['activity']>['title'];
  detail: string;
  detailParams: Record<string, string | number>;
  way: Way;
  go: string;
  sign: { question?: number; mentor?: string; circle?: boolean };
}

type Dates = {
  when: (instant: string) => string;
  near: (day: string) => string;
  dayOf: (instant: string) => string;
};

/** What to say of each next thing. At most three; more are never shown, whatever is sent. */
export function nextCards(journey: JourneyView, dates: Dates): NextCard[] {
  return journey.next.slice(0, 3).flatMap((thing) => cardOf(thing, journey, dates) ?? []);
}

function cardOf(thing: NextThingView, journey: JourneyView, dates: Dates): NextCard | undefined {
  const { note, meeting } = thing;
  if (thing.kind === 'activity') return activityCard(thing, journey, dates);
  if (thing.kind === 'note' && note) {
    return {
      ...plain('note', { name: note.by.name.split(' ')[0] ?? '' }, ['/motisklused', note.entryId]),
      detailParams: { when: dates.when(note.at) },
      sign: { mentor: note.by.name },
    };
  }
  if (thing.kind === 'meeting' && meeting) {
    return {
      ...plain('meeting', {}, ['/kohtumised']),
      title: meeting.title,
      detailParams: { day: dates.near(dates.dayOf(meeting.startsAt)) },
    };
  }
  if (thing.kind === 'practicum') return plain('practicum', {}, ['/opipartner']);
  if (thing.kind === 'principles') return plain('principles', {}, ['/materjalid']);
  return undefined;
}

function plain(kind: string, params: NextCard['params'], route: string[]): NextCard {
  return {
    key: `progress.next.${kind}`,
    params,
    detail: `progress.next.${kind}More`,
    detailParams: {},
    way: { route },
    go: `progress.next.${kind}Go`,
    sign: { circle: true },
  };
}

function activityCard({ activity }: NextThingView, journey: JourneyView, dates: Dates): NextCard | undefined {
  if (!activity) return undefined;
  const { kind, state, moment, minutes, opensOn } = activity;
  const question = journey.questions.find(({ id }) => id === activity.questionId);
  const main = journey.questions.filter(({ strand }) => strand === 'main');
  const number = question ? main.indexOf(question) + 1 : 0;
  const begun = state === 'begun' && (kind === 'reflect' || kind === 'answer');
  const asked = kind === 'answer' && number > 0 && moment !== null;
  const way = wayOf(activity);
  return {
    key: asked ? `progress.next.${begun ? 'finishAnswer' : 'answer'}` : 'progress.next.activity',
    params: asked ? { n: number, moment } : {},
    ...(!asked && { title: activity.title }),
    detail: `progress.next.${begun ? 'begun' : 'open'}`,
    detailParams: { kind, minutes: minutes ?? 0, day: opensOn ? dates.near(opensOn) : '' },
    way: way.route || way.link ? way : { route: ['/teekond'], fragment: `tegevus-${activity.id}` },
    go: `progress.next.go.${begun ? 'begun' : kind}`,
    sign: asked ? { question: number } : { circle: true },
  };
}
