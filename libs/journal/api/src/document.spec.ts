import fc from 'fast-check';
import { BLOCKS, MARKS, MAX_BODY_BYTES, MAX_DEPTH } from '@opiring/contract/journal.values';
import type { DocumentNode } from '@opiring/contract/journal';
import { documentFrom } from './document';
import { plainText } from './plain-text';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: unknown, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length && { marks }),
});
const link = (href: unknown) => text('siin', { type: 'link', attrs: { href } });

describe('a plain string', () => {
  it.each([
    ['two paragraphs', 'Tere.\n\nSiin.', doc(p(text('Tere.')), p(text('Siin.')))],
    ['a line within a paragraph', 'Üks\nkaks', doc(p(text('Üks'), { type: 'hardBreak' }, text('kaks')))],
    ['Windows’ line ends', 'Üks\r\n\r\nkaks', doc(p(text('Üks')), p(text('kaks')))],
    ['nothing', '', doc({ type: 'paragraph' })],
    ['blank lines only', ' \n\n \n', doc({ type: 'paragraph' })],
  ])('becomes paragraphs: %s', (_, given, wanted) => {
    expect(documentFrom(given)).toEqual(wanted);
  });
});

describe('a document', () => {
  it('keeps every block and mark of the schema', () => {
    const given = doc(
      { type: 'heading', attrs: { level: 3 }, content: [text('Pealkiri')] },
      p(
        text('paks', { type: 'bold' }),
        text('kursiiv', { type: 'italic' }),
        link('https://kogukonnaveeb.ee'),
      ),
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [p(text('üks'))] }],
      },
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('kaks'))] }] },
      { type: 'blockquote', content: [p(text('tsitaat'))] },
    );
    expect(documentFrom(given)).toEqual(given);
  });

  it('leaves out what an editor adds and the schema has no meaning for', () => {
    const given = doc({ ...p(link('mailto:a@b.ee')), attrs: { onclick: 'x', style: 'y' } });
    expect(documentFrom(given)).toEqual(doc(p(link('mailto:a@b.ee'))));
    const marked = doc(
      p(text('x', { type: 'link', attrs: { href: 'https://a.ee', target: '_blank', onclick: 'x' } })),
    );
    expect(documentFrom(marked)).toEqual(
      doc(p(text('x', { type: 'link', attrs: { href: 'https://a.ee' } }))),
    );
  });

  const deep = (levels: number): unknown =>
    levels === 0 ? p(text('all')) : { type: 'blockquote', content: [deep(levels - 1)] };

  it.each([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['no document', p(text('x'))],
    ['an unknown block', doc({ type: 'script', content: [] })],
    ['a document within a document', doc(doc())],
    ['a block where only text may stand', doc(p(p(text('x'))))],
    ['text where only blocks may stand', doc(text('x'))],
    ['an unknown mark', doc(p(text('x', { type: 'code' })))],
    ['a mark that is no object', doc(p(text('x', 'bold')))],
    ['an unknown field', doc({ ...p(text('x')), html: '<b>' })],
    ['words outside a text', doc({ type: 'paragraph', text: 'x' })],
    ['an empty text', doc(p(text('')))],
    ['a text that is a number', doc(p(text(3)))],
    ['a link that runs', doc(p(link('javascript:alert(1)')))],
    ['a link that runs, in disguise', doc(p(link(' JaVaScRiPt:alert(1)')))],
    ['a link to data', doc(p(link('data:text/html,x')))],
    ['a relative link', doc(p(link('/elsewhere')))],
    ['a link that is no address', doc(p(link('https://')))],
    ['a link to nothing', doc(p(text('x', { type: 'link' })))],
    ['a NUL', doc(p(text('a\0b')))],
    ['half a character', doc(p(text('\ud800')))],
    ['half a character in a plain string', '\udfff'],
    ['content that is no list', doc({ type: 'paragraph', content: {} })],
    ['attributes that are no object', doc({ ...p(), attrs: 'x' })],
    ['too deep a nesting', doc(deep(MAX_DEPTH + 1))],
    ['too long a text', 'õ'.repeat(MAX_BODY_BYTES)],
  ])('is refused for %s, with the field named', (_, given) => {
    expect(() => documentFrom(given)).toThrow(
      expect.objectContaining({ status: 400, fields: { body: [expect.any(String)] } }),
    );
  });

  it('may be as deep as the limit says', () => {
    expect(() => documentFrom(doc(deep(MAX_DEPTH - 3)))).not.toThrow();
  });
});

const kinds = (node: DocumentNode): string[] => [node.type, ...(node.content ?? []).flatMap(kinds)];
const marksOf = (node: DocumentNode): string[] => [
  ...(node.marks ?? []).map(({ type }) => type),
  ...(node.content ?? []).flatMap(marksOf),
];

describe('whatever is sent', () => {
  const type = fc.constantFrom(...BLOCKS, 'doc', 'script', 'image');
  const nodes = fc.letrec((tie) => ({
    node: fc.record(
      {
        type,
        text: fc.string({ unit: 'grapheme' }),
        content: fc.array(tie('node'), { maxLength: 3 }),
        marks: fc.array(
          fc.record({
            type: fc.constantFrom(...MARKS, 'code'),
            attrs: fc.dictionary(fc.string(), fc.string()),
          }),
        ),
        attrs: fc.dictionary(fc.string(), fc.anything()),
      },
      { requiredKeys: ['type'] },
    ),
  })).node;

  it('is either refused as a body or kept within the schema', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nodes,
          fc.anything(),
          fc.array(nodes).map((content) => doc(...content)),
        ),
        (given) => {
          try {
            const kept = documentFrom(given);
            const [root, ...inner] = kinds(kept);
            expect(root).toBe('doc');
            expect(inner.every((kind) => (BLOCKS as readonly string[]).includes(kind))).toBe(true);
            expect(marksOf(kept).every((mark) => (MARKS as readonly string[]).includes(mark))).toBe(true);
            expect(documentFrom(kept)).toEqual(kept);
          } catch (error) {
            expect(error).toMatchObject({ status: 400, fields: { body: expect.anything() as unknown } });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps every word of a plain string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }).filter((s) => s.isWellFormed() && !s.includes('\0')),
        (given) => {
          const letters = (words: string) => words.replaceAll(/\s/g, '');
          expect(letters(plainText(documentFrom(given)))).toBe(letters(given));
        },
      ),
    );
  });
});
