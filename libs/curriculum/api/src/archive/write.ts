import { LOCALES } from '@opiring/contract/values';
import type { LocalText } from '@opiring/contract/text';
import { stringify } from 'yaml';
import { filesOf, materialsInOrder } from './materials';
import type { Files, Programme, ProgrammeActivity, ProgrammeModule } from './programme';

const encoder = new TextEncoder();
const inOrder = (text: LocalText): LocalText =>
  Object.fromEntries(LOCALES.flatMap((locale) => (text[locale] ? [[locale, text[locale]]] : [])));

/** The programme as files: structure in `programme.yaml`, each longer text in a Markdown file of its own. */
export function writeProgramme({ title, questions, modules, files: brought }: Programme): Files {
  const files: Files = new Map(filesOf({ ...(brought && { files: brought }) }));
  const structure = {
    format: 'opiring-programme',
    version: 1,
    ...(title && { title: inOrder(title) }),
    questions: questions.map(({ id, strand, text }) => ({ id, strand, text: inOrder(text) })),
    modules: modules.map(moduleOf),
  };
  files.set(
    'programme.yaml',
    encoder.encode(stringify(structure, { lineWidth: 0, aliasDuplicateObjects: false })),
  );
  for (const module of modules) {
    texts(files, `modules/${module.id}/purpose`, module.purpose);
    for (const { id, instructions } of module.activities)
      texts(files, `modules/${module.id}/activities/${id}`, instructions);
  }
  return files;
}

function texts(files: Files, path: string, text: LocalText): void {
  for (const locale of LOCALES) {
    const told = plainly(text[locale] ?? '');
    if (told.trim() !== '') files.set(`${path}.${locale}.md`, encoder.encode(`${told}\n`));
  }
}

/** As it is read: one kind of line break, and no mark of its encoding before it. */
const plainly = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/^\ufeff+/, '');

const moduleOf = ({ id, title, startsOn, endsOn, release, alongside, activities }: ProgrammeModule) => ({
  id,
  title: inOrder(title),
  ...(startsOn && { startsOn }),
  ...(endsOn && { endsOn }),
  ...(release && { release }),
  ...(alongside && { alongside }),
  activities: activities.map(activityOf),
});

const activityOf = (activity: ProgrammeActivity) => {
  const {
    id,
    kind,
    title,
    required,
    minutes,
    opensOn,
    release,
    link,
    question,
    moment,
    meeting,
    frame,
    materials,
  } = activity;
  return {
    id,
    kind,
    title: inOrder(title),
    ...(required === false && { required }),
    ...(minutes !== undefined && { minutes }),
    ...(opensOn && { opensOn }),
    ...(release && { release }),
    ...(link && { link }),
    ...(question && { question, moment }),
    ...(meeting !== undefined && { meeting }),
    ...(frame && { frame }),
    ...(materials && { materials: materialsInOrder(materials) }),
  };
};
