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
  'hardBreak',
  'text',
] as const;
export const MARKS = ['bold', 'italic', 'link'] as const;
