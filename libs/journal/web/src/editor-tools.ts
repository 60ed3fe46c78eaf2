import { type RichTool, richTools } from '@opiring/platform/ui';
import type {} from './fold';

const { heading, subheading, bold, italic, bullets, numbers, quote, link, undo, redo } = richTools;

/** Beside what every text with structure knows: a paragraph may stay its author's alone. */
const fold: RichTool = {
  name: 'fold',
  icon: 'lock',
  do: (editor) => editor.chain().focus().toggleFold().run(),
  active: (editor) => editor.isActive('fold'),
};

export const ENTRY_TOOLS: readonly RichTool[] = [
  heading,
  subheading,
  bold,
  italic,
  bullets,
  numbers,
  quote,
  fold,
  link,
  undo,
  redo,
];
