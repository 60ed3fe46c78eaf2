import type { DocumentNode, ShareEntry } from '@opiring/contract/journal';
import { type Audience, FOLD_KIND } from '@opiring/contract/journal.values';
import type { NoteKind } from '@opiring/contract/mentoring';
import type { Locale } from '@opiring/contract/values';

export interface NoteFacts {
  kind: NoteKind;
  body: string;
  quote?: string;
  at: [string, string];
  thanked?: boolean;
  replies?: { by: 'author' | 'mentor'; body: string; at: [string, string] }[];
}
/** A text of the demo: by whom, on what occasion, who reads it and what the mentor wrote. */
export interface Writing {
  by: string;
  activity?: string;
  title: string;
  body: string;
  /** A last passage that stays the author's alone. */
  fold?: string;
  lang?: Locale;
  at: [string, string];
  done?: boolean;
  shared?: Audience[];
  purpose?: string;
  /** The last day it is open to its readers. */
  until?: string;
  /** The mentor is invited to an offer. */
  offer?: boolean;
  notes?: NoteFacts[];
}

/** The text as its author sends it: plain paragraphs, or a document whose last passage is folded. */
export function bodyOf({ body, fold }: Writing): string | DocumentNode {
  if (!fold) return body;
  const paragraph = (text: string): DocumentNode => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  });
  const folded = { type: 'fold', attrs: { kind: FOLD_KIND }, content: [paragraph(fold)] };
  return { type: 'doc', content: [...body.split('\n\n').map(paragraph), folded] };
}

/** With which words, until when and with what invitation one ring is given it. */
export function shareOf(writing: Writing, audience: Audience, day: (first: string) => string): ShareEntry {
  const { purpose, until, offer } = writing;
  return {
    audience,
    ...(purpose && { purpose }),
    ...(until && { until: day(until) }),
    ...(offer && audience === 'mentor' && { offer }),
  };
}
