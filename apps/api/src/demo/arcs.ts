import {
  BETWEEN,
  type BetweenTold,
  EARLIER_BETWEEN,
  EARLIER_MOVED,
  MOVED,
  type MovedTold,
  OPENED,
  RING_ANSWERS,
} from './arcs-told';
import { need } from './intake';
import type { Stage } from './lives';

type Asking = Stage & { questions: readonly string[] };

/** The first intake: answers at start and end that the ring read together, and what moved. */
export async function liveEarlierArcs(stage: Asking): Promise<void> {
  for (const [by, { start, end, lang }] of Object.entries(RING_ANSWERS)) {
    await answer(stage, by, { moment: 'start', title: '3. küsimus, alguses', body: start, lang }, [
      '2023-10-11',
      '19:20',
    ]);
    await answer(stage, by, { moment: 'end', title: '3. küsimus, lõpus', body: end, lang }, [
      '2024-01-26',
      '20:00',
    ]);
  }
  await tell(stage, EARLIER_BETWEEN, EARLIER_MOVED);
}

/** The present intake, half-way. */
export async function liveArcs(stage: Asking): Promise<void> {
  const { intake, actors, backdate, calendar } = stage;
  await tell(stage, BETWEEN, MOVED);
  for (const by of OPENED) {
    const { items } = await need(actors, by).does<{ items: { id: string; moment: string | null }[] }>(
      'GET',
      `/cohorts/${intake.cohortId}/entries?questionId=${questionOf(stage, 3)}`,
    );
    const start = items.find(({ moment }) => moment === 'start');
    if (!start) throw new Error(`The demo: ${by} has not answered the third question yet.`);
    await need(actors, by).does('POST', `/entries/${start.id}/shares`, { audience: 'cohort' });
    await backdate.shared(start.id, calendar.past('2023-11-24', '18:00'));
  }
}

const questionOf = ({ questions }: Asking, number: number): string => {
  const id = questions[number - 1];
  if (!id) throw new Error(`The demo: there is no question ${number}.`);
  return id;
};

async function answer(stage: Asking, by: string, words: object, at: [string, string]): Promise<void> {
  const author = need(stage.actors, by);
  const entry = await author.does('POST', `/cohorts/${stage.intake.cohortId}/entries`, {
    questionId: questionOf(stage, 3),
    ...words,
  });
  await author.does('POST', `/entries/${entry.id}/done`, {});
  await author.does('POST', `/entries/${entry.id}/shares`, { audience: 'cohort' });
  await stage.backdate.entry(entry.id, stage.calendar.past(...at));
}

async function tell(stage: Asking, between: BetweenTold[], moved: MovedTold[]): Promise<void> {
  const { intake, actors, backdate, calendar } = stage;
  for (const { by, question, after, title, body, at } of between) {
    const occasion =
      'circle' in after
        ? { circleId: await circleOn(stage, by, after.circle) }
        : { meetingId: intake.meetings[after.meeting] };
    const entry = await need(actors, by).does('POST', `/cohorts/${intake.cohortId}/entries`, {
      questionId: questionOf(stage, question),
      title,
      body,
      ...occasion,
    });
    await need(actors, by).does('POST', `/entries/${entry.id}/done`, {});
    await backdate.entry(entry.id, calendar.past(...at));
  }
  for (const { by, question, text, lang, at } of moved) {
    const path = `/cohorts/${intake.cohortId}/questions/${questionOf(stage, question)}/moved`;
    await need(actors, by).does('PUT', path, { text, lang: lang ?? 'et' }, 0);
    await backdate.moved(need(intake.members, by), questionOf(stage, question), calendar.past(...at));
  }
}

/** One's own circle held on that day. */
async function circleOn({ intake, actors, calendar }: Asking, by: string, day: string): Promise<string> {
  const { circles } = await need(actors, by).does<{ circles: { id: string; heldOn: string }[] }>(
    'GET',
    `/cohorts/${intake.cohortId}/circles`,
  );
  const held = circles.find(({ heldOn }) => heldOn === calendar.day(day));
  if (!held) throw new Error(`The demo: ${by} held no circle on ${day}.`);
  return held.id;
}
