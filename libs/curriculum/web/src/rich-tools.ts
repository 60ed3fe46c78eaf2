import type { Editor } from './rich-tiptap';

/** One button over the instructions; `link` asks for its address first. */
export interface RichTool {
  name: 'heading' | 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote' | 'link';
  sign?: string;
  path?: string;
  do?: (editor: Editor) => void;
  active: (editor: Editor) => boolean;
}

export const RICH_TOOLS: readonly RichTool[] = [
  {
    name: 'heading',
    path: 'M6 5v14M18 5v14M6 12h12',
    do: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    active: (editor) => editor.isActive('heading'),
  },
  {
    name: 'bold',
    sign: 'B',
    do: (editor) => editor.chain().focus().toggleBold().run(),
    active: (editor) => editor.isActive('bold'),
  },
  {
    name: 'italic',
    sign: 'I',
    do: (editor) => editor.chain().focus().toggleItalic().run(),
    active: (editor) => editor.isActive('italic'),
  },
  {
    name: 'bullets',
    path: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
    do: (editor) => editor.chain().focus().toggleBulletList().run(),
    active: (editor) => editor.isActive('bulletList'),
  },
  {
    name: 'numbers',
    path: 'M10 6h10M10 12h10M10 18h10M4 4.500l1.500-1v5M4 14c1-1.500 3-1 2.500.5L4 18h3',
    do: (editor) => editor.chain().focus().toggleOrderedList().run(),
    active: (editor) => editor.isActive('orderedList'),
  },
  {
    name: 'quote',
    path: 'M5 7h5v5c0 2.500-1.500 4.500-4 5.500M14 7h5v5c0 2.500-1.500 4.500-4 5.500',
    do: (editor) => editor.chain().focus().toggleBlockquote().run(),
    active: (editor) => editor.isActive('blockquote'),
  },
  {
    name: 'link',
    path: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
    active: (editor) => editor.isActive('link'),
  },
];
