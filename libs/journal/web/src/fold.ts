import { type CommandProps, type Editor, Node } from '@tiptap/core';
import { FOLD_KIND } from '@opiring/contract/journal.values';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    fold: {
      /** Folds the chosen paragraphs for their author alone, or unfolds the fold one stands in. */
      toggleFold: () => ReturnType;
    };
  }
}

/** The document: blocks, and folds among them. A fold stands nowhere else. */
export const FoldingDocument = Node.create({ name: 'doc', topNode: true, content: '(block|fold)+' });

/** *Ainult minule*: paragraphs that stay out of every version somebody else reads. */
export const Fold = Node.create<{ label: string }>({
  name: 'fold',
  group: 'fold',
  content: 'block+',
  defining: true,
  addOptions: () => ({ label: '' }),
  addAttributes: () => ({ kind: { default: FOLD_KIND, rendered: false } }),
  parseHTML: () => [{ tag: 'section[data-fold]' }],
  renderHTML() {
    const { label } = this.options;
    return ['section', { 'data-fold': '', class: 'fold', role: 'group', 'aria-label': label }, 0];
  },
  addCommands: () => ({ toggleFold: () => toggle }),
  addKeyboardShortcuts() {
    return { 'Mod-Shift-l': () => this.editor.commands.toggleFold() };
  },
});

export const inFold = (editor: Editor): boolean => editor.isActive('fold');

function toggle({ state, tr, dispatch }: CommandProps): boolean {
  const { $from, $to } = tr.selection;
  const type = state.schema.nodes['fold'];
  if (!type || $from.depth < 1 || $to.depth < 1) return false;
  if (!dispatch) return true;
  if ($from.node(1).type === type) {
    tr.replaceWith($from.before(1), $from.after(1), $from.node(1).content);
    return true;
  }
  const range = { from: $from.before(1), to: $to.after(1) };
  const chosen = tr.doc.slice(range.from, range.to).content;
  // A fold holds no fold: what is folded already among the chosen joins the new one.
  const blocks = chosen.content.flatMap((node) => (node.type === type ? node.content.content : [node]));
  const last = range.to === tr.doc.content.size;
  const anchor = tr.selection.anchor;
  const after = last ? [state.schema.nodes['paragraph']?.createAndFill()].filter((node) => !!node) : [];
  tr.replaceWith(range.from, range.to, [type.create({ kind: FOLD_KIND }, blocks), ...after]);
  // One stays at the same letter, a step deeper.
  const selection = state.selection.constructor as unknown as {
    near?: (place: ReturnType<typeof tr.doc.resolve>) => typeof state.selection;
  };
  const place = tr.doc.resolve(Math.min(anchor + 1, tr.doc.content.size));
  if (selection.near) tr.setSelection(selection.near(place));
  return true;
}
