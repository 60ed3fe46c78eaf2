import { type Element, words } from './xml';

/** What Moodle writes for nothing. */
const NOTHING = '$@NULL@$';

/** One of the backup's activities as its table of contents has it. */
export interface MoodleActivity {
  id: string;
  sectionId: string;
  kind: string;
  title: string;
  directory: string;
}

/** A text of Moodle's, without its sign for nothing. */
export const said = (element: Element | undefined, name: string): string => {
  const text = words(element, name);
  return text === NOTHING ? '' : text;
};
