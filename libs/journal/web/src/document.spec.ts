import type { DocumentNode } from '@opiring/contract/journal';
import { keepBoth, sameDocument, tidy } from './document';

const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const fold = (attrs?: Record<string, unknown>): DocumentNode => ({
  type: 'fold',
  ...(attrs && { attrs }),
  content: [paragraph('ainult mulle')],
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });

describe('a tidy document', () => {
  it('keeps a fold and its kind, and nothing an editor added to it', () => {
    const given = doc(paragraph('kõigile'), fold({ kind: 'onlyMine', open: true }));
    expect(tidy(given)).toEqual(doc(paragraph('kõigile'), fold({ kind: 'onlyMine' })));
  });

  it('says of what kind a fold is even where the editor did not', () => {
    expect(tidy(doc(fold()))).toEqual(doc(fold({ kind: 'onlyMine' })));
  });

  it('tells a folded passage from an open one', () => {
    expect(sameDocument(doc(fold({ kind: 'onlyMine' })), doc(paragraph('ainult mulle')))).toBe(false);
    expect(sameDocument(doc(fold()), doc(fold({ kind: 'onlyMine' })))).toBe(true);
  });

  it('keeps the fold of either text when both are kept', () => {
    const both = keepBoth(doc(fold({ kind: 'onlyMine' })), doc(paragraph('minu')));
    expect(tidy(both)).toEqual(doc(paragraph('minu'), fold({ kind: 'onlyMine' })));
  });
});
