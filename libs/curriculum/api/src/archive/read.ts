import type { LocalText } from '@opiring/contract/text';
import { LOCALES } from '@opiring/contract/values';
import { ArchiveRefused, refuse } from './archive-refused';
import { takeMaterials } from './materials';
import type { Files, Programme, ProgrammeActivity } from './programme';
import { strangersIn } from './release';
import { type PlaceOf, readStructure, type Structure } from './structure';

type Problems = [place: string, words: string][];
const LONGEST_TEXT = 20_000;

/** What the files say, and which of them say nothing to us. */
export function readProgramme(all: Files): { programme: Programme; leftOut: string[] } {
  const files = new Map(all);
  const head = take(files, 'programme.yaml');
  if (head === undefined) throw refuse('programme.yaml', 'is missing');
  const { structure, placeOf } = readStructure(head);
  const problems: Problems = [
    ...namesOf(structure, placeOf),
    ...boundsOf(structure, placeOf),
    ...rulesOf(structure, placeOf),
  ];
  const brought = takeMaterials(structure, files, placeOf);
  problems.push(...brought.problems);
  const text = (path: string): LocalText => textsOf(files, path, problems);
  const programme: Programme = {
    ...(structure.title && { title: structure.title }),
    ...(brought.files.size > 0 && { files: brought.files }),
    questions: (structure.questions ?? []).map((question) => ({
      ...question,
      strand: question.strand ?? 'main',
    })),
    modules: structure.modules.map(({ activities, alongside, ...module }) => ({
      ...module,
      ...(alongside && { alongside }),
      purpose: text(`modules/${module.id}/purpose`),
      activities: activities.map(({ required, ...activity }): ProgrammeActivity => ({
        ...activity,
        ...(required === false && { required }),
        instructions: text(`modules/${module.id}/activities/${activity.id}`),
      })),
    })),
  };
  for (const path of files.keys())
    if (path.startsWith('modules/'))
      problems.push([path, 'belongs to no module or activity of the programme']);
  if (problems.length > 0) throw new ArchiveRefused(problems);
  return { programme, leftOut: [...files.keys()].sort() };
}

/** The text of one file, out of those still unread. */
export function take(files: Files, path: string): string | undefined {
  const bytes = files.get(path);
  files.delete(path);
  if (!bytes) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse(path, 'is not UTF-8 text');
  }
  if (text.includes('\0')) throw refuse(path, 'is not a text');
  return text.replace(/\r\n?/g, '\n');
}

function textsOf(files: Files, path: string, problems: Problems): LocalText {
  const texts: LocalText = {};
  for (const locale of LOCALES) {
    const found = take(files, `${path}.${locale}.md`)?.replace(/\n$/, '');
    if (found === undefined || found.trim() === '') continue;
    if (found.length > LONGEST_TEXT)
      problems.push([`${path}.${locale}.md`, 'is longer than 20 000 characters']);
    texts[locale] = found;
  }
  return texts;
}

function namesOf({ questions = [], modules }: Structure, placeOf: PlaceOf): Problems {
  const problems: Problems = [];
  const once = (taken: Set<string>, id: string, pointer: string): void => {
    if (taken.has(id)) problems.push([placeOf(pointer), `“${id}” is there twice`]);
    taken.add(id);
  };
  const [asked, parts, deeds] = [new Set<string>(), new Set<string>(), new Set<string>()];
  questions.forEach(({ id }, q) => once(asked, id, `/questions/${q}/id`));
  modules.forEach(({ id, activities }, m) => {
    once(parts, id, `/modules/${m}/id`);
    activities.forEach((activity, a) => {
      const at = `/modules/${m}/activities/${a}`;
      once(deeds, activity.id, `${at}/id`);
      if (activity.question && !asked.has(activity.question))
        problems.push([
          placeOf(`${at}/question`),
          `names no question of the programme: “${activity.question}”`,
        ]);
    });
  });
  return problems;
}

/** Rules name what the file has, and a thing opens from a day or by a rule. */
function rulesOf({ modules }: Structure, placeOf: PlaceOf): Problems {
  const known = {
    modules: new Set(modules.map(({ id }) => id)),
    activities: new Set(modules.flatMap(({ activities }) => activities.map(({ id }) => id))),
  };
  const problems: Problems = [];
  const look = ({ release }: Pick<ProgrammeActivity, 'release'>, at: string): void => {
    if (!release) return;
    for (const words of strangersIn(release, known)) problems.push([placeOf(`${at}/release`), words]);
  };
  modules.forEach((module, m) => {
    look(module, `/modules/${m}`);
    module.activities.forEach((activity, a) => {
      const at = `/modules/${m}/activities/${a}`;
      look(activity, at);
      if (activity.release && activity.opensOn)
        problems.push([placeOf(`${at}/release`), 'a thing opens from a day or by a rule, not both']);
    });
  });
  return problems;
}

function boundsOf({ modules }: Structure, placeOf: PlaceOf): Problems {
  const problems: Problems = [];
  modules.forEach(({ startsOn, endsOn, activities }, m) => {
    if (startsOn && endsOn && endsOn < startsOn)
      problems.push([placeOf(`/modules/${m}/endsOn`), 'must not be before the first day']);
    activities.forEach(({ kind, question, moment, meeting }, a) => {
      const at = placeOf(`/modules/${m}/activities/${a}`);
      const answers = kind === 'answer';
      if (answers !== Boolean(question) || answers !== Boolean(moment))
        problems.push([at, 'an answer, and only an answer, names a question and a moment']);
      if ((kind === 'attend') !== (meeting !== undefined))
        problems.push([at, 'attending, and only attending, names a meeting']);
    });
  });
  if (modules.reduce((sum, { activities }) => sum + activities.length, 0) > 2_000)
    problems.push([placeOf('/modules'), 'hold more than 2 000 activities']);
  return problems;
}
