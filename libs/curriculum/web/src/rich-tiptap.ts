import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { RichNode } from '@opiring/platform/web';

/** The editor itself, in a file of its own so that only writing pays for it. */
export interface EditorWish {
  element: HTMLElement;
  body: RichNode;
  label: string;
  id: string;
  lang: string;
  nonce: string | null;
  changed: (body: RichNode) => void;
  moved: () => void;
}

/** Only what the Markdown of instructions has signs for; links lead to the web or to a mail address. */
export function openEditor(wish: EditorWish): Editor {
  return new Editor({
    element: wish.element,
    content: wish.body.content?.length ? wish.body : { type: 'doc', content: [{ type: 'paragraph' }] },
    ...(wish.nonce ? { injectNonce: wish.nonce } : {}),
    extensions: [
      StarterKit.configure({
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
      attributes: {
        id: wish.id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': wish.label,
        class: 'in re__t',
        lang: wish.lang,
      },
    },
    onUpdate: ({ editor }) => wish.changed(editor.getJSON() as RichNode),
    onTransaction: () => wish.moved(),
  });
}
export type { Editor };
