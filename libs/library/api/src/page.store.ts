import type { PageView } from '@opiring/contract/library';
import { type Membership, NotFound, type Tx } from '@opiring/platform/api';
import { canRewordHere, canWritePage } from './library.policy';
import { PAGE, type PageRow } from './page.queries';
import { withAllTexts } from './programme.view';

export type PageFound = PageRow;

export const seatsOf = ({ viewer }: Tx, { cohorts }: PageRow): readonly Membership[] =>
  cohorts.flatMap((id) => viewer.inCohort(id));

/** Who does not write it finds nothing, published or not. */
export async function findPage(tx: Tx, slug: string): Promise<PageFound> {
  const [page] = await tx.manager.query<PageRow[]>(PAGE, [slug]);
  if (!page || !canWritePage(tx.viewer, seatsOf(tx, page))) throw new NotFound();
  return page;
}

export function pageView(tx: Tx, page: PageFound): PageView {
  const { slug, title, language, texts, questions, inclusiveQuestions, partners, publishedAt, revision } =
    page;
  return {
    slug,
    title,
    language,
    texts: withAllTexts(texts),
    questions,
    inclusiveQuestions,
    partners,
    publishedAt: publishedAt && new Date(publishedAt).toISOString(),
    revision,
    can: { reword: canRewordHere(seatsOf(tx, page)) },
  };
}
