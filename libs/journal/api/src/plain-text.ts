import type { DocumentNode } from '@opiring/contract/journal';

/** A document's words alone: blocks on lines of their own. */
export function plainText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const parts = (node.content ?? []).map(plainText);
  return parts.join(node.type === 'paragraph' || node.type === 'heading' ? '' : '\n');
}

/** White space as a reader’s selection has it: however much there is in one place, it is one space. */
const flat = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** How often the quoted words stand in the text. */
export function occurrences(words: string, quote: string): number {
  const wanted = flat(quote);
  return wanted ? flat(words).split(wanted).length - 1 : 0;
}
