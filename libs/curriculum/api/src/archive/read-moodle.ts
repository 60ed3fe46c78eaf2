import type { Locale } from '@opiring/contract/values';
import { refuse } from './archive-refused';
import { activityIn } from './moodle-activity';
import { filesOfSection } from './moodle-files';
import { type MoodleActivity, said } from './moodle-xml';
import type { Files } from './programme';
import type { ReadProgramme } from './read-any';
import { Taking } from './taking';
import { child, children, type Element, words, xmlAt } from './xml';

const HEAD = 'moodle_backup.xml';
const SECTION: Record<Locale, (n: number) => string> = {
  et: (n) => (n === 0 ? 'Üldine' : `${n}. teema`),
  en: (n) => (n === 0 ? 'General' : `Topic ${n}`),
  ru: (n) => (n === 0 ? 'Общее' : `Тема ${n}`),
};
const MOST = 2_000;

interface Section {
  id: string;
  number: number;
  name: string;
  summary: string;
  sequence: string[];
  directory: string;
}
/**
 * A Moodle course backup: its sections as modules, its activities as ours. Only the course's own texts are read: no users, no
 * posts, no submissions, no grades, whether or not they are in the archive.
 */
export async function readMoodle(files: Files, language: Locale): Promise<ReadProgramme> {
  const contents = child(child(child(xmlAt(files, HEAD), 'moodle_backup'), 'information'), 'contents');
  if (!contents) throw refuse(HEAD, 'has no table of contents');
  const all = children(child(contents, 'activities'), 'activity').map(activityOf);
  if (all.length > MOST) throw refuse(HEAD, `holds more than ${MOST} activities`);
  const sections = children(child(contents, 'sections'), 'section')
    .map((section) => sectionOf(files, section))
    .sort((one, other) => one.number - other.number);
  if (sections.length === 0) throw refuse(HEAD, 'has no sections to make modules of');
  const taking = new Taking(language);
  const bySection = Map.groupBy(unique(all), ({ sectionId }) => sectionId);
  for (const section of sections) {
    const inside = inOrder(bySection.get(section.id) ?? [], section.sequence);
    bySection.delete(section.id);
    const name = section.name || SECTION[language](section.number);
    if (inside.length === 0 && !section.summary) {
      taking.leave(name, 'empty-section');
      continue;
    }
    const module = await taking.module(name, section.summary);
    for (const file of filesOfSection(files, section.directory))
      taking.leave(`${name}: ${file}`, 'file-of-section');
    for (const each of inside) await activityIn(each, module, { files, taking });
  }
  for (const { title } of [...bySection.values()].flat()) taking.leave(title, 'nothing-behind');
  if (taking.modules.length === 0) throw refuse(HEAD, 'has nothing in it to take');
  return taking.read;
}

const activityOf = (element: Element): MoodleActivity => ({
  id: words(element, 'moduleid'),
  sectionId: words(element, 'sectionid'),
  kind: words(element, 'modulename'),
  title: said(element, 'title'),
  directory: words(element, 'directory'),
});

function sectionOf(files: Files, listed: Element): Section {
  const directory = words(listed, 'directory');
  const path = `${directory}/section.xml`;
  const section = child(xmlAt(files, path), 'section');
  if (!section) throw refuse(path, 'is missing');
  const number = Number(words(section, 'number') || words(listed, 'title'));
  return {
    id: words(listed, 'sectionid'),
    number: Number.isSafeInteger(number) && number >= 0 ? number : 0,
    name: said(section, 'name'),
    summary: said(section, 'summary'),
    sequence: words(section, 'sequence').split(','),
    directory,
  };
}

const unique = (activities: MoodleActivity[]): MoodleActivity[] => [
  ...new Map(activities.map((each) => [each.id, each])).values(),
];

function inOrder(activities: MoodleActivity[], sequence: string[]): MoodleActivity[] {
  const place = new Map(sequence.map((id, index) => [id.trim(), index]));
  const at = ({ id }: MoodleActivity): number => place.get(id) ?? sequence.length;
  return activities.sort((one, other) => at(one) - at(other));
}
