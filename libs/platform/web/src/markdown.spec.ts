import fc from 'fast-check';
import { readMarkdown, type RichMark, type RichNode, safeAddress } from './markdown';
import { writeMarkdown } from './markdown-write';

const text = (words: string, ...marks: RichMark['type'][]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const read = (markdown: string): RichNode[] => readMarkdown(markdown).content ?? [];

describe('the Markdown of organizers’ texts', () => {
  it('has paragraphs, headings, lists, quotes, bold, italic and links', () => {
    expect(read('## Enne\n\nLoe **hoolega** ja *rahus*.\n\n- üks\n- kaks\n\n3. kolm\n\n> tsitaat')).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('Enne')] },
      paragraph(text('Loe '), text('hoolega', 'bold'), text(' ja '), text('rahus', 'italic'), text('.')),
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('üks'))] },
          { type: 'listItem', content: [paragraph(text('kaks'))] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(text('kolm'))] }],
      },
      { type: 'blockquote', content: [paragraph(text('tsitaat'))] },
    ]);
  });

  it('leaves a plain text as it was, its line breaks too', () => {
    expect(read('2 * 3 = 6\nsnake_case ja <b>märgid</b> & muu')).toEqual([
      paragraph(text('2 * 3 = 6'), { type: 'hardBreak' }, text('snake_case ja <b>märgid</b> & muu')),
    ]);
    expect(read('üks * lahtine tärn* siin')).toEqual([paragraph(text('üks * lahtine tärn* siin'))]);
  });

  it('lists within lists, by how far they are set in', () => {
    expect(read('- a\n  - b\n- c')).toMatchObject([
      {
        content: [
          { content: [{ type: 'paragraph' }, { type: 'bulletList' }] },
          { content: [{ type: 'paragraph' }] },
        ],
      },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'JAVASCRIPT:x',
  ])('leads nowhere by %j', (href) => {
    expect(safeAddress(href)).toBeUndefined();
    expect(JSON.stringify(read(`[siin](${href})`))).not.toContain('"link"');
    const bad: RichNode = { type: 'text', text: 'siin', marks: [{ type: 'link', attrs: { href } }] };
    expect(writeMarkdown({ type: 'doc', content: [paragraph(bad)] })).toBe('siin');
  });

  it('leads to the web and to a mail address', () => {
    expect(read('[a](https://a.example/x) [b](mailto:b@example.ee)')).toMatchObject([
      {
        content: [{ marks: [{ attrs: { href: 'https://a.example/x' } }] }, {}, { marks: [{ type: 'link' }] }],
      },
    ]);
  });

  it('is read in good time however deep or odd it is', () => {
    const started = performance.now();
    for (const hostile of [
      '>'.repeat(20_000),
      '- '.repeat(10_000),
      '*'.repeat(20_000),
      '['.repeat(20_000),
      '[a]('.repeat(5_000),
    ])
      expect(read(hostile).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  const words = fc
    .string({
      unit: fc.constantFrom('a', 'õ', 'ж', '*', '_', '[', ']', '(', '#', '>', '-', '1', '.', '\\', '<', ' '),
      minLength: 1,
      maxLength: 8,
    })
    .map((said) => said.trim().replaceAll(/ +/g, ' '))
    .filter((said) => said !== '');
  const run = fc.record({ said: words, bold: fc.boolean(), italic: fc.boolean(), link: fc.boolean() });
  const line = fc.array(run, { minLength: 1, maxLength: 4 }).map((all) =>
    paragraph(
      ...all.flatMap(({ said, bold, italic, link }, n) => {
        const marks: RichMark[] = [
          ...(bold ? [{ type: 'bold' as const }] : []),
          ...(italic ? [{ type: 'italic' as const }] : []),
          ...(link ? [{ type: 'link' as const, attrs: { href: 'https://a.example/b' } }] : []),
        ];
        return [
          ...(n > 0 ? [text(' ')] : []),
          { type: 'text' as const, text: said, ...(marks.length > 0 && { marks }) },
        ];
      }),
    ),
  );
  const item = fc
    .array(line, { minLength: 1, maxLength: 2 })
    .map((content): RichNode => ({ type: 'listItem', content }));
  const block = fc.oneof(
    line,
    line.map((inner): RichNode => ({ ...inner, type: 'heading', attrs: { level: 3 } })),
    fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((content): RichNode => ({ type: 'bulletList', content })),
    fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((content): RichNode => ({ type: 'orderedList', content })),
    fc
      .array(line, { minLength: 1, maxLength: 2 })
      .map((content): RichNode => ({ type: 'blockquote', content })),
  );
  const documents = fc
    .array(block, { maxLength: 5 })
    .map((all) => all.filter(({ type }, n) => type === 'paragraph' || type !== all[n - 1]?.type));

  /** Words with their marks, run by run, whatever nodes they stand in. */
  const flat = (nodes: readonly RichNode[]): unknown[] =>
    nodes.map((node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading')
        return { ...node, content: flat(node.content ?? []) };
      const said = (node.content ?? []).flatMap(({ text: part = '\n', marks = [] }) =>
        [...part].map((sign) => [sign, ...(sign === ' ' ? [] : marks.map(({ type }) => type).sort())].join()),
      );
      return { type: node.type, said };
    });

  it('is read as it was written, whatever the words are', () => {
    fc.assert(
      fc.property(documents, (content) => {
        const markdown = writeMarkdown({ type: 'doc', content });
        expect(flat(read(markdown))).toEqual(flat(content));
        expect(writeMarkdown(readMarkdown(markdown))).toBe(markdown);
      }),
      { numRuns: 300 },
    );
  });
});
