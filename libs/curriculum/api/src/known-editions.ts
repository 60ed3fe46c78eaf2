import type { EditionContent } from './edition-content';

/** A cohort's newest edition; its content is there where another was known before. */
export interface NewestEdition {
  readonly id: string;
  readonly content: EditionContent | null;
}

/** Cohorts whose edition is kept. */
const MOST = 100;

/** What cohorts' newest editions say. An edition never changes, so it is read from the database once. */
export class KnownEditions {
  private readonly kept = new Map<string, { id: string; modules: EditionContent['modules'] }>();

  get(cohortId: string): { readonly id: string } | undefined {
    return this.kept.get(cohortId);
  }

  /** The modules of the cohort's newest edition, which are kept; none before the first. */
  modules(cohortId: string, newest: NewestEdition | null): EditionContent['modules'] {
    const known = this.kept.get(cohortId);
    if (!newest) return [];
    if (!newest.content) return known?.id === newest.id ? known.modules : [];
    this.kept.delete(cohortId);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= MOST) this.kept.delete(oldest);
    this.kept.set(cohortId, { id: newest.id, modules: newest.content.modules });
    return newest.content.modules;
  }
}
