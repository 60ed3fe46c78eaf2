import { render, screen } from '@testing-library/angular';
import type { DocumentNode } from '@opiring/contract/journal';
import { keepBoth, plainText, tidy } from './document';
import { EntryBody } from './entry-body';
import { type Passage, placedIn, sentencesOf } from './passages';

const words = (text: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text,
  ...(marks.length && { marks: marks.map((type) => ({ type })) }),
});
const block = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });
const asking = (quote: string, occurrence = 0): Passage => ({
  id: `p-${quote}`,
  kind: 'asking',
  quote,
  occurrence,
});

describe('a text with its passages', () => {
  it('underlines the words by the kind of the note, across changes of type', async () => {
    const body = doc(
      block(words('Kolm minutit '), words('vaikust', 'bold'), words('. Siis rääkis üks naine.')),
    );
    const view = await render(EntryBody, { inputs: { body, passages: [asking('minutit vaikust.')] } });
    const marked = [...view.fixture.nativeElement.querySelectorAll('.an--a')] as HTMLElement[];
    expect(marked.map((each) => each.textContent).join('')).toBe('minutit vaikust.');
    expect(screen.getAllByRole('button')[0]).toHaveProperty('tabIndex', 0);
    expect(marked.filter((each) => each.tabIndex === 0)).toHaveLength(1);
  });

  it('finds the right one of the same words', async () => {
    const body = doc(block(words('Köök. Saal.')), block(words('Köök ja köögis.')));
    const view = await render(EntryBody, { inputs: { body, passages: [asking('Köök', 1)] } });
    const paragraphs = [...view.fixture.nativeElement.querySelectorAll('p')] as HTMLElement[];
    expect(paragraphs[0]?.querySelector('.an')).toBeNull();
    expect(paragraphs[1]?.querySelector('.an')?.textContent).toBe('Köök');
  });

  it('takes a selection’s white space as one space, also over a line’s end', () => {
    const body = doc(
      block(words('esimene rida'), { type: 'hardBreak' }, words('teine')),
      block(words('uus lõik')),
    );
    expect(placedIn(body, [asking('rida teine uus')]).size).toBe(1);
  });

  it('marks nothing when the words are gone', async () => {
    const body = doc(block(words('Muudetud tekst.')));
    await render(EntryBody, { inputs: { body, passages: [asking('vana lause')] } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(placedIn(body, [asking('vana lause')]).size).toBe(0);
  });

  it('tells which passage is pressed, by pointer and by keyboard', async () => {
    const pressed = jest.fn();
    const body = doc(block(words('Kolm minutit vaikust.')));
    await render(EntryBody, { inputs: { body, passages: [asking('vaikust')] }, on: { pressed } });
    const passage = screen.getByRole('button', { name: 'vaikust' });
    passage.click();
    passage.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(pressed.mock.calls).toEqual([['p-vaikust'], ['p-vaikust']]);
  });

  it('draws markup in a text as words, and no link that is not one', async () => {
    const sly: DocumentNode = {
      type: 'text',
      text: '<img src=x onerror=alert(1)>',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    const view = await render(EntryBody, { inputs: { body: doc(block(sly)) } });
    expect(view.fixture.nativeElement.querySelector('img, a')).toBeNull();
    expect(view.fixture.nativeElement.textContent).toContain('<img src=x');
  });
});

describe('a document', () => {
  it('offers its sentences with the place of those that repeat', () => {
    const body = doc(block(words('Ootasin. Vaatasin kella.')), block(words('Ootasin.')));
    expect(sentencesOf(body, 'et')).toEqual([
      { quote: 'Ootasin.', occurrence: 0 },
      { quote: 'Vaatasin kella.', occurrence: 0 },
      { quote: 'Ootasin.', occurrence: 1 },
    ]);
  });

  it('keeps both texts, without what they share twice', () => {
    const both = keepBoth(
      doc(block(words('Ühine')), block(words('Mujal'))),
      doc(block(words('Ühine')), block(words('Siin'))),
    );
    expect(plainText(both)).toBe('Ühine\nSiin\nMujal');
  });

  it('sends only what the schema keeps', () => {
    const link = { type: 'link', attrs: { href: 'https://kogu.ee', target: '_blank', rel: 'x' } };
    const body = doc(
      { type: 'orderedList', attrs: { start: 1, type: null }, content: [] },
      block({ ...words('a'), marks: [link] }),
    );
    expect(JSON.stringify(tidy(body))).toBe(
      '{"type":"doc","content":[{"type":"orderedList"},{"type":"paragraph","content":[{"type":"text","marks":[{"type":"link","attrs":{"href":"https://kogu.ee"}}],"text":"a"}]}]}',
    );
  });
});
