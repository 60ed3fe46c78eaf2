import { documentFrom } from './document';
import { occurrences, plainText } from './plain-text';

it('holds a document’s words, blocks on lines of their own', () => {
  expect(plainText(documentFrom('Tere.\n\nÜks\nkaks'))).toBe('Tere.\nÜks\nkaks');
});

it.each([
  ['stands once', 'Teine lõik siin.', 'lõik', 1],
  ['stands twice', 'vaikus ja vaikus', 'vaikus', 2],
  ['runs over two paragraphs, as a selection does', 'esimene.\nTeine', 'esimene. Teine', 1],
  ['runs over two paragraphs, with their break', 'esimene.\nTeine', 'esimene.\n\nTeine', 1],
  ['stands nowhere', 'Teine lõik', 'kolmas', 0],
  ['is nothing but space', 'Teine lõik', '  ', 0],
])('counts a quote that %s', (_, words, quote, times) => {
  expect(occurrences(words, quote)).toBe(times);
});
