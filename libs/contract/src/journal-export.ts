import { IsOptional, IsUUID } from 'class-validator';
import type { AskedView, MovedView } from './arc';
import type { DocumentNode } from './journal';
import type { Audience } from './journal.values';
import type { Instant } from './text';
import type { Locale, Moment } from './values';

/** GET /api/me/journal.{html,md,json,pdf} */
export class JournalExportQuery {
  /** One arc alone. */
  @IsOptional() @IsUUID() question?: string;
}

/** A text of mine that was kept on the way. */
export interface ExportedVersion {
  number: number;
  keptFor: string;
  createdAt: Instant;
  title: string;
  body: DocumentNode;
  lang: Locale;
}
/** What a mentor wrote to me on a text, and what we answered each other. */
export interface ExportedNote {
  kind: string;
  by: string;
  quote: string | null;
  body: string;
  lang: Locale;
  createdAt: Instant;
  thankedAt: Instant | null;
  replies: { by: string; mine: boolean; body: string; lang: Locale; createdAt: Instant }[];
}
export interface ExportedEntry {
  id: string;
  cohort: string;
  title: string;
  body: DocumentNode;
  lang: Locale;
  createdAt: Instant;
  updatedAt: Instant;
  doneAt: Instant | null;
  question: (AskedView & { id: string }) | null;
  moment: Moment | null;
  /** Everything ever given, as dates. */
  shares: {
    audience: Audience;
    version: number;
    purpose: string;
    grantedAt: Instant;
    expiresAt: Instant | null;
    revokedAt: Instant | null;
  }[];
  conversation: ExportedNote[];
  versions: ExportedVersion[];
}
/** The JSON form. `version` rises when a field changes its meaning or goes; a new field does not raise it. */
export interface JournalExport {
  format: 'opiring-journal';
  version: 1;
  exportedAt: Instant;
  author: { name: string; email: string };
  /** What I said moved in each question. */
  moved: (MovedView & { question: AskedView & { id: string } })[];
  entries: ExportedEntry[];
}
