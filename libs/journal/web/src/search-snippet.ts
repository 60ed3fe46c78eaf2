import type { SnippetPart } from '@opiring/contract/search';

/** The piece of a text as a sentence shows it: what stood before it and what follows are hinted at. */
export function hinted(snippet: readonly SnippetPart[]): SnippetPart[] {
  const [first, last] = [snippet[0]?.text.trimStart() ?? '', snippet.at(-1)?.text.trimEnd() ?? ''];
  const before = /^[\p{Ll},;:)]/u.test(first) ? [{ text: '… ', hit: false }] : [];
  const after = last && !/[.!?…“”"»)]$/u.test(last) ? [{ text: ' …', hit: false }] : [];
  return [...before, ...snippet, ...after];
}
