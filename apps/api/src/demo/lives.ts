import type { Actor } from './actor';
import { CIRCLES, MIDDLE_ANSWERS, START_ANSWERS } from './answers';
import type { Backdate } from './backdate';
import type { Calendar } from './calendar';
import { type Intake, need } from './intake';
import { LEADERS, MENTORS } from './people';
import { bodyOf, shareOf, type Writing } from './writing';
import { givePulses } from './pulses';
import { REFLECTIONS } from './writings';

/** What people of the current intake have done by now. */
export interface Stage {
  intake: Intake;
  calendar: Calendar;
  actors: Map<string, Actor>;
  backdate: Backdate;
}

const ATTENDANCE: Record<string, string> = { toivo: '++-', rein: '+~+', andres: '+-+', mihkel: '++~' };
const STATES: Record<string, string> = { '+': 'present', '~': 'online', '-': 'absent', e: 'excused' };
/** Who told the learning partner and the reading as done by their own word. */
const OWN_WORD = ['principles', 'meet-partner', 'plan-practicum'];
/** Practicum: held on, topic, who confirmed. */
const PRACTICUMS: [string, string, string[]][] = [
  ['2023-11-18', 'Kuidas talv külas üle elada', ['marika', 'ants']],
  ['2023-11-23', 'Naaber, keda ma ei tunne', ['kersti', 'rein']],
  ['2023-11-19', 'Otsustatud ilma meieta', ['jelena', 'andres']],
  ['2023-11-20', 'Sadam ja need, kes seal ei käi', ['triin', 'mihkel']],
];

/** `+` present, `~` online, `-` absent, `e` excused: one sign for each meeting. */
export async function recordAttendance(
  by: Actor,
  intake: Intake,
  leaders: string[],
  marks: (key: string, index: number) => string,
): Promise<void> {
  for (const [index, key] of leaders.entries()) {
    for (const [place, mark] of [...marks(key, index)].entries()) {
      const meeting = intake.meetings[place];
      if (meeting)
        await by.does('PUT', `/meetings/${meeting}/attendance/${need(intake.members, key)}`, {
          state: STATES[mark],
        });
    }
  }
}

/** Everything the current intake has behind it. */
export async function live(stage: Stage): Promise<void> {
  const { intake, actors } = stage;
  const keys = LEADERS.map(({ key }) => key);
  await recordAttendance(need(actors, 'maarja'), intake, keys, (key) => ATTENDANCE[key] ?? '+++');
  const { principles } = await need(actors, 'marika').does<{ principles: { id: string } }>(
    'GET',
    `/cohorts/${intake.cohortId}/library`,
  );
  for (const key of keys) {
    await need(actors, key).does('POST', `/principles/${principles.id}/acceptances`, {});
    for (const activity of OWN_WORD) {
      if (key === 'toivo' && activity === 'plan-practicum') continue;
      await need(actors, key).does('PUT', `/activities/${need(intake.activities, activity)}/done`, {});
    }
  }
  // Lists stand in the order things were made in, so they are made in the order of their dates.
  const writings = [...startAnswers(), ...middleAnswers(), ...REFLECTIONS];
  writings.sort((one, other) => (one.at.join() < other.at.join() ? -1 : 1));
  for (const writing of writings) await write(stage, writing);
  await holdPracticums(stage);
  await holdCircles(stage);
  await need(actors, 'maarja').does(
    'POST',
    `/cohorts/${intake.cohortId}/members/${need(intake.members, 'toivo')}/pauses`,
    {
      fromOn: stage.calendar.day('2023-11-30'),
      untilOn: stage.calendar.day('2023-12-17'),
      reason: 'Pereasjad, kokku lepitud telefonis.',
    },
  );
  for (const key of ['marika', 'liis', 'kersti', 'jelena', 'triin', 'mihkel']) {
    await need(actors, key).does('PUT', `/meetings/${intake.meetings[3] ?? ''}/reply`, { coming: true });
  }
  await givePulses(intake, keys, actors, stage.backdate);
  await stage.backdate.facts(intake, stage.calendar);
}

/** Who gave the ring their first words on the last question, to be read together at the end. */
const READ_TOGETHER = ['ants', 'liis', 'kersti', 'jelena', 'mihkel'];

function startAnswers(): Writing[] {
  return Object.entries(START_ANSWERS).flatMap(([by, texts], person) =>
    texts.map((body, index) => ({
      by,
      body,
      activity: `q${index + 1}-start`,
      done: true,
      at: [`2023-10-${String(8 + (person % 7)).padStart(2, '0')}`, `19:${10 + index * 9}`] as [
        string,
        string,
      ],
      title: titleOf(index, 'alguses'),
      ...(index === 3 && READ_TOGETHER.includes(by) && { shared: ['cohort' as const] }),
    })),
  );
}

function middleAnswers(): Writing[] {
  return MIDDLE_ANSWERS.map(([by, question, title, body], index) => ({
    by,
    title,
    body,
    activity: `q${question}-middle`,
    done: true,
    at: [`2023-12-0${1 + (index % 5)}`, `20:${10 + index * 2}`] as [string, string],
  }));
}

const titleOf = (index: number, moment: string): string => `${index + 1}. küsimus, ${moment}`;

async function write(stage: Stage, writing: Writing): Promise<void> {
  const { intake, calendar, actors, backdate } = stage;
  const author = need(actors, writing.by);
  const entry = await author.does('POST', `/cohorts/${intake.cohortId}/entries`, {
    title: writing.title,
    body: bodyOf(writing),
    lang: writing.lang ?? 'et',
    ...(writing.activity && { activityId: need(intake.activities, writing.activity) }),
  });
  if (writing.done) await author.does('POST', `/entries/${entry.id}/done`, {});
  for (const audience of writing.shared ?? [])
    await author.does(
      'POST',
      `/entries/${entry.id}/shares`,
      shareOf(writing, audience, (day) => calendar.day(day)),
    );
  await backdate.entry(entry.id, calendar.past(...writing.at));
  const mentor = MENTORS.find(({ leaders }) => leaders.includes(writing.by));
  for (const note of writing.notes ?? []) {
    const voice = need(actors, mentor?.key ?? '');
    await voice.does('GET', `/entries/${entry.id}`);
    const made = await voice.does('POST', `/entries/${entry.id}/notes`, {
      kind: note.kind,
      body: note.body,
      ...(note.quote && { anchor: { quote: note.quote } }),
    });
    await backdate.note(made.id, calendar.past(...note.at));
    if (note.thanked) await author.does('PUT', `/notes/${made.id}/thanks`, {});
    for (const reply of note.replies ?? []) {
      const { id } = await (reply.by === 'author' ? author : voice).does(
        'POST',
        `/notes/${made.id}/replies`,
        { body: reply.body },
      );
      await backdate.reply(id, calendar.past(...reply.at));
    }
  }
}

async function holdPracticums({ intake, calendar, actors }: Stage): Promise<void> {
  for (const [day, topic, [first, second]] of PRACTICUMS) {
    const practicum = await need(actors, first ?? '').does<{ practicum: { id: string } }>(
      'PUT',
      `/cohorts/${intake.cohortId}/practicum`,
      { heldOn: calendar.day(day), topic },
    );
    // Andres has not confirmed yet, so that one waits on the page of both.
    if (second !== 'andres')
      await need(actors, second ?? '').does('PUT', `/practicums/${practicum.practicum.id}/confirmation`, {});
  }
}

async function holdCircles({ intake, calendar, actors }: Stage): Promise<void> {
  for (const [by, day, place, topic, people, missingVoices] of CIRCLES) {
    await need(actors, by).does('POST', `/cohorts/${intake.cohortId}/circles`, {
      heldOn: calendar.day(day),
      place,
      topic,
      people,
      missingVoices,
    });
  }
}
