import { Editor } from '@tiptap/core';
import { Fragment, type ResolvedPos, Slice } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import type { DocumentNode } from '@opiring/contract/journal';
import { Fold, FoldingDocument } from './fold';
import { cleanHtml } from './paste-html';
import { blocksOf } from './paste-text';

/** The editor itself, in a file of its own so that only writing pays for it. */
export interface EditorWish {
  element: HTMLElement;
  body: DocumentNode;
  label: string;
  /** What a fold is called for those who hear the page. */
  foldLabel: string;
  lang: string;
  nonce: string | null;
  changed: (body: DocumentNode) => void;
  moved: () => void;
}

export function openEditor(wish: EditorWish): Editor {
  return new Editor({
    element: wish.element,
    content: wish.body,
    ...(wish.nonce ? { injectNonce: wish.nonce } : {}),
    extensions: [
      FoldingDocument,
      Fold.configure({ label: wish.foldLabel }),
      StarterKit.configure({
        document: false,
        heading: { levels: [2, 3] },
        link: {
          openOnClick: false,
          protocols: ['http', 'https', 'mailto'],
          isAllowedUri: (href) => /^(https?:\/\/|mailto:)/i.test(href),
        },
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        trailingNode: false,
      }),
    ],
    editorProps: {
      transformPastedHTML: cleanHtml,
      clipboardTextParser: plainSlice,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': wish.label,
        class: 'wr__ed read',
        lang: wish.lang,
      },
    },
    onUpdate: ({ editor }) => wish.changed(editor.getJSON() as DocumentNode),
    onTransaction: () => wish.moved(),
  });
}

/** Plain text in blocks, open at its ends: a few words join the line one stands in. */
function plainSlice(text: string, place: ResolvedPos): Slice {
  const { schema } = place.doc.type;
  const blocks = Fragment.from(blocksOf(text).map((block) => schema.nodeFromJSON(block)));
  const open = (block: Fragment['firstChild']) => Number(block?.isTextblock ?? false);
  return new Slice(blocks, open(blocks.firstChild), open(blocks.lastChild));
}
export type { Editor };
