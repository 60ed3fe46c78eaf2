import { inLanguage } from '@opiring/contract/text';
import type { ImportNote } from '@opiring/contract/programme-file';
import type { Locale } from '@opiring/contract/values';
import { isDeepStrictEqual } from 'node:util';
import { ArchiveRefused, type Programme, type ProgrammeActivity } from './archive';
import { conditionsOf, type ProgrammeRule } from './archive/release';
import { type KeptFiles, materialsFrom } from './materials/archive-materials';
import { type FileDraft, named, questionName } from './programme-file';

/** What an import writes: rows with the id of what they continue, and what goes. */
export interface Intake {
  modules: object[];
  activities: object[];
  retired: { modules: string[]; activities: string[] };
  counts: { added: number; kept: number; retired: number };
  adapted: ImportNote[];
}

/** Fits the programme into a cohort: what has the same name there goes on with its id, so that what was done stays done. */
export function fit(
  programme: Programme,
  draft: FileDraft,
  meetings: string[],
  { language, files }: { language: Locale; files: KeptFiles },
): Intake {
  const there = named(draft);
  const parts = new Map(there.map(({ slug, id }) => [slug, id]));
  const deeds = new Map(there.flatMap(({ activities }) => activities).map((deed) => [deed.slug, deed]));
  const { questions, adapted } = questionsOf(programme, draft, language);
  assertHas(programme, questions, meetings);
  const idOf = ({ id, kind, ...deed }: ProgrammeActivity): string | undefined => {
    const same = deeds.get(id);
    const goesOn =
      same?.kind === kind &&
      same.questionId === ((deed.question && questions.get(deed.question)) ?? null) &&
      same.moment === (deed.moment ?? null) &&
      same.meetingId === (meetings[(deed.meeting ?? 0) - 1] ?? null);
    return goesOn ? same.id : undefined;
  };
  const modules = programme.modules.map((module, position) => ({
    ...(parts.has(module.id) && { id: parts.get(module.id) }),
    position,
    slug: module.id,
    title: inLanguage(module.title, language),
    purpose: inLanguage(module.purpose, language),
    starts_on: module.startsOn ?? null,
    ends_on: module.endsOn ?? null,
    alongside: module.alongside ?? false,
  }));
  const activities = programme.modules.flatMap((module) =>
    module.activities.map((deed, position) => ({
      ...(idOf(deed) && { id: idOf(deed) }),
      module: module.id,
      position,
      ...rowOf(deed, language),
      materials: materialsFrom(deed, files, deeds.get(deed.id)?.materials ?? [], language),
      question_id: (deed.question && questions.get(deed.question)) ?? null,
      meeting_id: meetings[(deed.meeting ?? 0) - 1] ?? null,
    })),
  );
  const stays = new Set([...modules, ...activities].map(({ id }) => id));
  const gone = (ids: string[]): string[] => ids.filter((id) => !stays.has(id));
  const retired = {
    modules: gone([...parts.values()]),
    activities: gone([...deeds.values()].map(({ id }) => id)),
  };
  const kept = [...modules, ...activities].filter(({ id }) => id).length;
  const counts = {
    added: modules.length + activities.length - kept,
    kept,
    retired: retired.modules.length + retired.activities.length,
  };
  return { modules, activities, retired, counts, adapted };
}

const rowOf = (deed: ProgrammeActivity, language: Locale) => ({
  slug: deed.id,
  kind: deed.kind,
  title: inLanguage(deed.title, language),
  instructions: inLanguage(deed.instructions, language),
  required: deed.required ?? true,
  minutes: deed.minutes ?? null,
  opens_on: deed.opensOn ?? null,
  link: deed.link ?? null,
  moment: deed.moment ?? null,
  frame: deed.frame ?? null,
});

/** The file's questions by their places here. The words here stay: rewording is a deed of its own (rule 9). */
function questionsOf(programme: Programme, draft: FileDraft, language: Locale) {
  const here = new Map(draft.questions.map((question) => [questionName(question), question]));
  const questions = new Map<string, string>();
  const adapted: ImportNote[] = [];
  const places = { main: 0, inclusive: 0 };
  for (const { id, strand, text } of programme.questions) {
    const question = here.get(questionName({ strand, position: ++places[strand] }));
    if (!question) continue;
    questions.set(id, question.id);
    if (!isDeepStrictEqual({ ...question.text }, { ...text }))
      adapted.push({
        what: text[language] ?? Object.values(text)[0] ?? id,
        why: 'question-worded-otherwise',
      });
  }
  return { questions, adapted };
}

const planFirst = (n: number): string => `this cohort has ${n} meetings: plan the others first`;

function assertHas(programme: Programme, questions: Map<string, string>, meetings: string[]): void {
  const problems: [string, string][] = [];
  const last = ({ release }: { release?: ProgrammeRule }): number =>
    Math.max(
      0,
      ...(release ? conditionsOf(release) : []).map((told) => ('meeting' in told ? told.meeting : 0)),
    );
  programme.modules.forEach(({ activities, ...module }, m) => {
    if (last(module) > meetings.length)
      problems.push([`programme.yaml#/modules/${m}/release`, planFirst(meetings.length)]);
    activities.forEach(({ question, meeting = 0, ...deed }, a) => {
      const at = `programme.yaml#/modules/${m}/activities/${a}`;
      if (question && !questions.has(question))
        problems.push([`${at}/question`, `this cohort's programme has no such question: “${question}”`]);
      if (meeting > meetings.length) problems.push([`${at}/meeting`, planFirst(meetings.length)]);
      if (last(deed) > meetings.length) problems.push([`${at}/release`, planFirst(meetings.length)]);
    });
  });
  if (problems.length > 0) throw new ArchiveRefused(problems);
}
