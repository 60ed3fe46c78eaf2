import type { DocumentNode } from '@opiring/contract/journal';

/** Headings to begin with; each may be written over or deleted. */
export const frameHeadings = {
  what: ['what', 'soWhat', 'nowWhat'],
  circle: ['happened', 'felt', 'means', 'do'],
} as const;
export type FrameName = keyof typeof frameHeadings;
export const frameNames = Object.keys(frameHeadings) as FrameName[];

/** A page with these headings, a line under each. */
export const framed = (headings: readonly string[]): DocumentNode => ({
  type: 'doc',
  content: headings.flatMap((text): DocumentNode[] => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] },
    { type: 'paragraph' },
  ]),
});
