import type { DocumentNode } from '@opiring/contract/journal';
import { tidy } from './document';
import { openEditor } from './tiptap';

const words = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const folded = (...content: DocumentNode[]): DocumentNode => ({
  type: 'fold',
  attrs: { kind: 'onlyMine' },
  content,
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });

function editorOf(body: DocumentNode) {
  return openEditor({
    element: document.createElement('div'),
    body,
    label: 'Sinu tekst',
    foldLabel: 'Ainult minule',
    lang: 'et',
    nonce: null,
    changed: () => undefined,
    moved: () => undefined,
  });
}
const text = (editor: ReturnType<typeof editorOf>): DocumentNode => tidy(editor.getJSON() as DocumentNode);

describe('a passage that is only mine', () => {
  it('survives being opened and saved, whatever stands in it', () => {
    const body = doc(
      words('Kõigile.'),
      folded(words('Ainult mulle.'), {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [words('ka see')] }],
      }),
      words('Jälle kõigile.'),
    );
    expect(text(editorOf(body))).toEqual(body);
  });

  it('folds the paragraph one stands in, and unfolds it again', () => {
    const editor = editorOf(doc(words('Esimene.'), words('Teine.'), words('Kolmas.')));
    editor.commands.setTextSelection(14);
    editor.commands.toggleFold();
    expect(text(editor)).toEqual(doc(words('Esimene.'), folded(words('Teine.')), words('Kolmas.')));
    expect(editor.isActive('fold')).toBe(true);
    editor.commands.toggleFold();
    expect(text(editor)).toEqual(doc(words('Esimene.'), words('Teine.'), words('Kolmas.')));
  });

  it('takes in every chosen paragraph, those folded before among them', () => {
    const editor = editorOf(doc(words('Esimene.'), folded(words('Teine.')), words('Kolmas.')));
    editor.commands.setTextSelection({ from: 3, to: 26 });
    editor.commands.toggleFold();
    expect(text(editor)).toEqual(
      doc(folded(words('Esimene.'), words('Teine.'), words('Kolmas.')), { type: 'paragraph' }),
    );
  });

  it('leaves a line to go on writing on where the fold would be the last', () => {
    const editor = editorOf(doc(words('Ainus.')));
    editor.commands.toggleFold();
    expect(text(editor)).toEqual(doc(folded(words('Ainus.')), { type: 'paragraph' }));
  });

  it('says to a screen reader what it is', () => {
    const editor = editorOf(doc(folded(words('Ainult mulle.'))));
    expect(editor.view.dom.querySelector('section')?.getAttribute('aria-label')).toBe('Ainult minule');
  });
});
