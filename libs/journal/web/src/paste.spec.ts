import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentNode } from '@opiring/contract/journal';
import { plainText, tidy } from './document';
import { blocksOf } from './paste-text';
import { openEditor } from './tiptap';

const fixture = (name: string): string =>
  readFileSync(join(process.cwd(), 'libs/journal/web/src/paste-fixtures', name), 'utf8');
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });
const words = (text: string): DocumentNode => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
});

function editorWith(body: DocumentNode) {
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
const kept = (editor: ReturnType<typeof editorWith>): DocumentNode => tidy(editor.getJSON() as DocumentNode);
const paste = () => new Event('paste') as ClipboardEvent;

function pastedHtml(html: string, body = doc(words(''))): DocumentNode {
  const editor = editorWith(body);
  editor.commands.focus('end');
  editor.view.pasteHTML(html, paste());
  return kept(editor);
}
function pastedText(text: string, body = doc(words(''))): DocumentNode {
  const editor = editorWith(body);
  editor.commands.focus('end');
  editor.view.pasteText(text, paste());
  return kept(editor);
}

/** The document as a person would note it down: one block a line, deeper ones further in. */
function noted(node: DocumentNode, depth = 0): string[] {
  const signs: Record<string, string> = { paragraph: '', heading: '#', listItem: '-', blockquote: '>' };
  const inner = node.content ?? [];
  const sign = node.type === 'heading' ? '#'.repeat(Number(node.attrs?.['level'])) : signs[node.type];
  if (node.type === 'paragraph' || node.type === 'heading')
    return [' '.repeat(depth) + [sign, inner.map(inline).join('')].filter(Boolean).join(' ')];
  const name = sign ?? (node.type === 'orderedList' ? `ol ${String(node.attrs?.['start'] ?? 1)}` : node.type);
  if (node.type === 'doc') return inner.flatMap((each) => noted(each));
  return [' '.repeat(depth) + name, ...inner.flatMap((each) => noted(each, depth + 1))];
}
function inline({ type, text = '', marks = [] }: DocumentNode): string {
  if (type === 'hardBreak') return ' / ';
  return marks.reduce(
    (said, mark) =>
      mark.type === 'link'
        ? `[${said}](${String(mark.attrs?.['href'])})`
        : mark.type === 'bold'
          ? `*${said}*`
          : `_${said}_`,
    text,
  );
}

describe('what is pasted arrives clean', () => {
  it('from Word: lists are lists, styles are headings and quotes, a reviewer’s part stays behind', () => {
    expect(noted(pastedHtml(fixture('word.html.txt')))).toEqual([
      '## Kolm minutit vaikust',
      '## Mis juhtus',
      'Rannakülas istusime *seltsimaja köögis*, mitte saalis, sest saal oli _kütmata_. Ma ei planeerinud seda.',
      'bulletList',
      ' -',
      '  köök',
      '  bulletList',
      '   -',
      '    külmkapp',
      ' -',
      '  saal',
      '### Mida teen',
      'ol 3',
      ' -',
      '  Küsin ja jään ootama.',
      ' -',
      '  Annan eseme edasi.',
      '>',
      ' „Keegi pole küsinud nii, et ootaks.“',
      'Мы сидели на кухне и молчали. Three minutes of silence. Loe ka [kogukonnaveebi](https://kogukonnaveeb.ee/ring) ja uus lause[1].',
      'Enne ringi',
      'Pärast ringi',
    ]);
  });

  it('from Google Docs: what is not bold is not, and a list within a list stays within it', () => {
    expect(noted(pastedHtml(fixture('google-docs.html.txt')))).toEqual([
      '## Kuidas ma kuulan',
      'Õppisin, et *vaikus* on _küsimus_.',
      'Esimene rida / teine rida',
      'bulletList',
      ' -',
      '  köök',
      '  bulletList',
      '   -',
      '    külmkapp',
      ' -',
      '  saal',
      '### Edasi',
      '[Ringist lähemalt](https://kogukonnaveeb.ee/ring), по-русски тоже.',
    ]);
  });

  it('from a mail: no hidden lines, no boxes, addresses that lead where they say', () => {
    expect(noted(pastedHtml(fixture('mail.html.txt')))).toEqual([
      'Tere, Marika!',
      'Aitäh, et meid *köögis* kokku kutsusid. / Mul jäi üks lause meelde.',
      'Teine mõte tuli koduteel.',
      'Kohtume [siin](https://kogukonnaveeb.ee/kohtumine) või kirjuta [mulle](mailto:priit@opiring.example). Ära vajuta.',
      'Priit',
      'Marika Tõnurist kirjutas 3. detsembril:',
      '>',
      ' Kas tuled?',
      ' Marika',
    ]);
  });

  it('from a plain mail: broken lines are whole, quotes are quotes, a signature keeps its lines', () => {
    expect(noted(pastedText(fixture('mail.txt')))).toEqual([
      'Tere, Marika!',
      'Aitäh, et meid seltsimaja kööki kokku kutsusid. Mul jäi üks lause meelde ja ma olen seda nüüd mitu päeva endaga kaasas kandnud, isegi volikogu istungil.',
      'Järgmisel korral tahaksin, et meil oleks:',
      'bulletList',
      ' -',
      '  rohkem vaikust',
      ' -',
      '  vähem slaide, sest keegi ei jõua neid lugeda ja siis räägime jälle ainult sellest, mis seinal on',
      ' -',
      '  üks tühi tool',
      'Lugupidamisega / Priit Sepp / 14. detsember 2023',
      'Marika Tõnurist kirjutas 3. detsembril:',
      '>',
      ' Kas tuled ka neljapäeval? Oleme köögis, sest saal on ikka veel kütmata ja keegi ei tea, millal ahi korda saab.',
      ' Приходите все.',
      ' >',
      '  Varem oli saal soe.',
    ]);
  });

  it('from any page: nothing that runs, is drawn or is filled in, and every word that was text', () => {
    expect(noted(pastedHtml(fixture('page.html.txt')))).toEqual([
      '### Leht',
      'Üks kaks kolm neli',
      'esimene rida / teine rida',
      'uus lõik',
      'Ring',
      'Istutakse koos.',
      'ol 4',
      ' -',
      '  neljas',
      '*tugev* sõna',
      'suhteline',
    ]);
  });
});

describe('what is pasted into a text', () => {
  it('joins the line one stands in where it is a few words', () => {
    expect(noted(pastedText('ja vaikus', doc(words('Köök ')))).join('|')).toBe('Köök ja vaikus');
    expect(noted(pastedHtml('<span>ja <b>vaikus</b></span>', doc(words('Köök ')))).join('|')).toBe(
      'Köök ja *vaikus*',
    );
  });

  it('keeps a fold that was copied in this editor, and its empty line', () => {
    const body = doc(
      words('Kõigile.'),
      { type: 'fold', attrs: { kind: 'onlyMine' }, content: [words('Ainult mulle.'), words('')] },
      words('Jälle.'),
    );
    const from = editorWith(body);
    from.commands.selectAll();
    const { dom } = from.view.serializeForClipboard(from.state.selection.content());
    expect(pastedHtml(dom.innerHTML)).toEqual(body);
  });

  it.each([
    ['three dates', '14. detsember\n16. jaanuar', '14. detsember|16. jaanuar'],
    ['a poem', 'Üks rida\nteine rida\n\nkolmas', 'Üks rida / teine rida|kolmas'],
    ['a date after a list', '1. üks\n2. kaks\n14. detsember', 'ol 1| -|  üks| -|  kaks|14. detsember'],
    ['a dash alone', '- ütles ta', '- ütles ta'],
    ['nothing', ' \n\n', ''],
  ])('takes plain text at its word: %s', (_, given, wanted) => {
    expect(noted(pastedText(given)).join('|')).toBe(wanted);
  });

  it('loses no word of plain text, whatever signs stand in it', () => {
    const parts = ['ring', '14. dets', '- tool', '> vaikus', '2) ese', '', 'pikk '.repeat(14).trim(), '>> a'];
    for (let n = 1; n < 300; n++) {
      const text = Array.from({ length: 1 + (n % 9) }, (_, at) => parts[(n * 7 + at * at * n) % 8]).join(
        '\n',
      );
      const letters = (given: string) => given.replaceAll(/[^\p{L}]/gu, '');
      expect(letters(plainText(doc(...blocksOf(text))))).toBe(letters(text));
    }
  });
});
