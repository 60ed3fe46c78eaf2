import type { ActivityKind } from '@opiring/contract/curriculum';
import type { ImportReason } from '@opiring/contract/programme-file';
import { filesOfActivity } from './moodle-files';
import type { Files, ProgrammeModule } from './programme';
import { type MoodleActivity, said } from './moodle-xml';
import { type Deed, isLink, type Taking } from './taking';
import { child, children, type Element, words, xmlAt } from './xml';

interface Kind {
  becomes: ActivityKind;
  /** What the report says of it, where it is not quite the same. */
  why?: ImportReason;
  /** Texts beside the introduction. */
  more?: (element: Element) => string[];
  link?: string;
}
const parts = (element: Element, list: string, each: string, text: string): string[] =>
  children(child(element, list), each)
    .sort((one, other) => Number(words(one, 'pagenum')) - Number(words(other, 'pagenum')))
    .flatMap((part) => [`<h2>${headed(said(part, 'title'))}</h2>`, said(part, text)]);
const headed = (title: string): string => title.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** What Moodle's activities are here. What is not named stays behind, and the report says so. */
const KINDS: Partial<Record<string, Kind>> = {
  page: { becomes: 'read', more: (page) => [said(page, 'content')] },
  book: {
    becomes: 'read',
    why: 'book-as-one',
    more: (book) => parts(book, 'chapters', 'chapter', 'content'),
  },
  lesson: {
    becomes: 'read',
    why: 'book-as-one',
    more: (lesson) => parts(lesson, 'pages', 'page', 'contents'),
  },
  label: { becomes: 'read', why: 'label-as-text' },
  url: { becomes: 'read', link: 'externalurl' },
  resource: { becomes: 'read' },
  folder: { becomes: 'read' },
  assign: { becomes: 'reflect', more: (assign) => [said(assign, 'activity')] },
  workshop: { becomes: 'reflect', more: (workshop) => [said(workshop, 'instructauthors')] },
  journal: { becomes: 'reflect' },
  forum: { becomes: 'talk', why: 'forum-as-talk' },
  chat: { becomes: 'talk', why: 'forum-as-talk' },
  quiz: { becomes: 'survey', why: 'test-as-survey' },
  choice: { becomes: 'survey', why: 'test-as-survey' },
  feedback: { becomes: 'survey', why: 'test-as-survey' },
  survey: { becomes: 'survey', why: 'test-as-survey' },
  questionnaire: { becomes: 'survey', why: 'test-as-survey' },
};

/** Takes one activity in: its name, its introduction and its own texts, and nothing anybody did with it. */
export async function activityIn(
  { kind, title, directory }: MoodleActivity,
  module: ProgrammeModule,
  { files, taking }: { files: Files; taking: Taking },
): Promise<void> {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!known) return taking.leave(title || kind, kind === 'subsection' ? 'flattened' : 'unknown-kind');
  const settings = child(xmlAt(files, `${directory}/module.xml`), 'module');
  const element = child(child(xmlAt(files, `${directory}/${kind}.xml`), 'activity'), kind);
  if (!element) return taking.leave(title || kind, 'nothing-behind');
  const name = title || said(element, 'name') || kind;
  const texts = [said(element, 'intro'), ...(known.more?.(element) ?? [])];
  const link = known.link ? said(element, known.link) : '';
  const hidden = words(settings, 'visible') === '0';
  const deed: Deed = {
    kind: known.becomes,
    html: texts.filter(Boolean).map(unlinked).join('\n'),
    ...(isLink(link) && { link }),
    ...((hidden || kind === 'label') && { required: false as const }),
    files: filesOfActivity(files, directory, kind),
  };
  if (known.link && !isLink(link)) taking.adapt(name, 'no-address');
  if (known.why) taking.adapt(name, known.why);
  if (hidden) taking.adapt(name, 'was-hidden');
  if (hasConditions(settings)) taking.adapt(name, 'conditions-left-out');
  await taking.activity(module, name, deed);
}

function hasConditions(settings: Element | undefined): boolean {
  const told = said(settings, 'availability');
  return told !== '' && told !== 'null' && !/"c"\s*:\s*\[\s*\]/.test(told);
}

/** Addresses that only mean something inside Moodle: `$@PAGEVIEWBYID*12@$`, `@@PLUGINFILE@@/picture.png`. */
const unlinked = (html: string): string =>
  html.replace(/(href|src)="(\$@[^"]{0,500}@\$|@@PLUGINFILE@@[^"]{0,2000})"/g, '');
