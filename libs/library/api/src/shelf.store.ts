import type { ShelfDraftView } from '@opiring/contract/shelf';
import { NotFound, type Tx } from '@opiring/platform/api';
import { canWritePage } from './library.policy';
import { HOLD_PAGE } from './page.queries';
import { SHELF_DRAFT } from './story.queries';

interface Row extends ShelfDraftView {
  id: string;
  cohorts: string[];
}

const instant = (at: string): string => new Date(at).toISOString();

/** Who does not keep the shelf finds none. Held: one change at a time. */
export async function shelfDraft(
  tx: Tx,
  slug: string,
  hold = false,
): Promise<{ id: string; view: ShelfDraftView }> {
  if (hold) await tx.manager.query(HOLD_PAGE, [slug]);
  const [row] = await tx.manager.query<Row[]>(SHELF_DRAFT, [slug]);
  if (
    !row ||
    !canWritePage(
      tx.viewer,
      row.cohorts.flatMap((cohort) => tx.viewer.inCohort(cohort)),
    )
  )
    throw new NotFound();
  const { id, cohorts: _cohorts, stories, principles, ...rest } = row;
  return {
    id,
    view: {
      ...rest,
      stories: stories.map((story) => ({
        ...story,
        people: story.people.map((person) => ({
          ...person,
          consent: person.consent && { ...person.consent, givenAt: instant(person.consent.givenAt) },
        })),
      })),
      principles: principles.map((each) => ({ ...each, publishedAt: instant(each.publishedAt) })),
    },
  };
}
