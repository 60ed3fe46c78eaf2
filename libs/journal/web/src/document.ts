import type { DocumentNode } from '@opiring/contract/journal';
import { FOLD_KIND } from '@opiring/contract/journal.values';

/** Pure dealings with the editor's document: nothing here knows of a screen. */

export const emptyDocument = (): DocumentNode => ({ type: 'doc', content: [{ type: 'paragraph' }] });

/** The words alone, blocks on lines of their own; the API reads quotes in the same way. */
export function plainText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const parts = (node.content ?? []).map(plainText);
  return parts.join(isTextBlock(node) ? '' : '\n');
}

export const isTextBlock = (node: DocumentNode): boolean =>
  node.type === 'paragraph' || node.type === 'heading';

export const isBlank = (document: DocumentNode): boolean => plainText(document).trim() === '';

/** Whether two documents say and look the same; attributes the schema does not keep do not count. */
export const sameDocument = (one: DocumentNode, other: DocumentNode): boolean =>
  JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));

/** Only what the schema keeps: a heading's level, a list's first number, a fold's kind, a link's address. */
export function tidy(node: DocumentNode): DocumentNode {
  const kept: DocumentNode = { type: node.type };
  const attrs = attributesOf(node);
  if (attrs) kept.attrs = attrs;
  if (node.content?.length) kept.content = node.content.map(tidy);
  if (node.marks?.length) {
    kept.marks = node.marks.map(({ type, attrs: given }) =>
      type === 'link' ? { type, attrs: { href: given?.['href'] } } : { type },
    );
  }
  if (node.text !== undefined) kept.text = node.text;
  return kept;
}

function attributesOf(node: DocumentNode): Record<string, unknown> | undefined {
  if (node.type === 'heading') return { level: node.attrs?.['level'] ?? 2 };
  // Never left to a default elsewhere: what is folded is folded for its author alone.
  if (node.type === 'fold') return { kind: node.attrs?.['kind'] ?? FOLD_KIND };
  const start = node.attrs?.['start'];
  return node.type === 'orderedList' && typeof start === 'number' && start > 1 ? { start } : undefined;
}

/** Both texts whole, one after the other: what the other has that mine lacks comes first. */
export function keepBoth(other: DocumentNode, mine: DocumentNode): DocumentNode {
  const known = new Set((mine.content ?? []).map((block) => JSON.stringify(tidy(block))));
  const added = (other.content ?? []).filter(
    (block) => !isBlank(block) && !known.has(JSON.stringify(tidy(block))),
  );
  return { type: 'doc', content: [...(mine.content ?? []), ...added] };
}

export function textBlocks(node: DocumentNode): DocumentNode[] {
  return isTextBlock(node) ? [node] : (node.content ?? []).flatMap(textBlocks);
}

/** A safe address for a rendered link; anything else is shown as words. */
export function safeHref(href: unknown): string | null {
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) ? href : null;
}
