/** Limits and words both the editor and the API keep to. */
export const MAX_TITLE = 300;
/** A document's size as JSON, in bytes. */
export const MAX_BODY_BYTES = 400_000;
export const MAX_DEPTH = 12;
/** The longest page of a list. */
export const MAX_PAGE = 100;
export const AUDIENCES = ['mentor', 'partner', 'cohort', 'team'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** The editor's small fixed schema. */
export const BLOCKS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'fold',
  'hardBreak',
  'text',
] as const;
/**
 * The one kind of fold there is: a passage for the author alone, `{type: 'fold', attrs: {kind: 'onlyMine'}, content: […blocks]}`.
 * It stands directly in the document, holds the other blocks and no fold, and is never in what somebody else reads.
 */
export const FOLD_KIND = 'onlyMine';
export const MARKS = ['bold', 'italic', 'link'] as const;
/** How many of one's own unanswered saves a save may name. */
export const MAX_FOLLOWED = 50;
/** Of two texts written apart: the refused one, the one that stands, or both. */
export const TAKES = ['mine', 'theirs', 'both'] as const;
export type Take = (typeof TAKES)[number];
/** How a share stands: open, taken back, replaced by sharing again, or past its day. */
export const SHARE_STATES = ['open', 'withdrawn', 'superseded', 'expired'] as const;
export type ShareState = (typeof SHARE_STATES)[number];
