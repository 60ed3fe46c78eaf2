import type { Editor } from '@tiptap/core';
// The commands below are its.
import type {} from '@tiptap/starter-kit';
import type { IconName } from './icon-paths';

/** One button over a text with structure: a sign, an icon or a path to show, and what it does. `link` asks for its address first. */
export interface RichTool {
  name: string;
  sign?: string;
  icon?: IconName;
  path?: string;
  do?: (editor: Editor) => void;
  active?: (editor: Editor) => boolean;
  possible?: (editor: Editor) => boolean;
}

/** What every such text knows; a context may have tools of its own beside them. */
export const richTools = {
  heading: {
    name: 'heading',
    path: 'M6 5v14M18 5v14M6 12h12',
    do: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    active: (editor) => editor.isActive('heading', { level: 2 }),
  },
  subheading: {
    name: 'subheading',
    path: 'M8 8.500v9M16 8.500v9M8 13h8',
    do: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    active: (editor) => editor.isActive('heading', { level: 3 }),
  },
  bold: {
    name: 'bold',
    sign: 'B',
    do: (editor) => editor.chain().focus().toggleBold().run(),
    active: (editor) => editor.isActive('bold'),
  },
  italic: {
    name: 'italic',
    sign: 'I',
    do: (editor) => editor.chain().focus().toggleItalic().run(),
    active: (editor) => editor.isActive('italic'),
  },
  bullets: {
    name: 'bullets',
    path: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
    do: (editor) => editor.chain().focus().toggleBulletList().run(),
    active: (editor) => editor.isActive('bulletList'),
  },
  numbers: {
    name: 'numbers',
    path: 'M10 6h10M10 12h10M10 18h10M4 4.500l1.500-1v5M4 14c1-1.500 3-1 2.500.5L4 18h3',
    do: (editor) => editor.chain().focus().toggleOrderedList().run(),
    active: (editor) => editor.isActive('orderedList'),
  },
  quote: {
    name: 'quote',
    path: 'M5 7h5v5c0 2.5-1.500 4.500-4 5.500M14 7h5v5c0 2.5-1.500 4.500-4 5.500',
    do: (editor) => editor.chain().focus().toggleBlockquote().run(),
    active: (editor) => editor.isActive('blockquote'),
  },
  link: { name: 'link', icon: 'link', active: (editor) => editor.isActive('link') },
  undo: {
    name: 'undo',
    path: 'M8 5L4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-3',
    do: (editor) => editor.chain().focus().undo().run(),
    possible: (editor) => editor.can().undo(),
  },
  redo: {
    name: 'redo',
    path: 'M16 5l4 4-4 4M20 9H10a5.500 5.500 0 0 0 0 11h3',
    do: (editor) => editor.chain().focus().redo().run(),
    possible: (editor) => editor.can().redo(),
  },
} satisfies Record<string, RichTool>;
