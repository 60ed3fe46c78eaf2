import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { FoundEntryView, SearchQuery } from '@opiring/contract/search';
import type { Page } from '@opiring/contract/text';
import { type Caller, NotFound, pageOf, placeAfter, type Tx, Work } from '@opiring/platform/api';
import { canSearch } from './arc.policy';
import { personFrom } from './entry.view';
import { SEARCH, WORDS } from './search.queries';
import { partsOf, wordsOf } from './search-words';

interface FoundRow extends Omit<FoundEntryView, 'author' | 'at' | 'snippet' | 'cohortId'> {
  authorId: string;
  at: Date;
  place: string;
  snippet: string;
}
const PAGE = 20;

/** Finds again what one wrote or was given to read. What one may not read is not looked at. */
@Injectable()
export class SearchService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  search(caller: Caller, cohortId: string, query: SearchQuery): Promise<Page<FoundEntryView>> {
    return this.work.read(caller, async (tx) => {
      if (!canSearch(tx.viewer, cohortId)) throw new NotFound();
      const place = placeAfter(query.cursor, 'cursor');
      const words = query.q?.trim() ? await asked(tx, query.q) : null;
      if (words === '') return { items: [] };
      const { timeZone } = await this.directory.cohort(tx, cohortId);
      const limit = query.limit ?? PAGE;
      const found = await tx.manager.query<FoundRow[]>(SEARCH, [
        tx.viewer.inCohort(cohortId).map(({ id }) => id),
        words,
        query.question ?? null,
        query.module ?? null,
        query.from ?? null,
        query.to ?? null,
        timeZone,
        place?.at ?? null,
        place?.id ?? null,
        limit + 1,
        /\p{Script=Cyrillic}/u.test(query.q ?? ''),
      ]);
      const { rows, ...next } = pageOf(found, limit);
      const people = await this.directory.people(
        tx,
        rows.map(({ authorId }) => authorId),
      );
      const items = rows.map(({ authorId, at, snippet, place: _, ...row }) => ({
        ...row,
        cohortId,
        author: personFrom(people, authorId),
        at: at.toISOString(),
        snippet: partsOf(snippet),
      }));
      return { items, ...next };
    });
  }
}

/** The words as PostgreSQL looks for them; empty where there is no word in what was asked. */
async function asked(tx: Tx, q: string): Promise<string> {
  const { words, grades } = wordsOf(q);
  if (words.length === 0) return '';
  const [row] = await tx.manager.query<{ query: string | null }[]>(WORDS, [words, grades]);
  return row?.query ?? '';
}
