import { Injectable } from '@nestjs/common';
import { Curriculum } from '@opiring/curriculum/api';
import type { ChangePage, PageView, ProgrammeTexts } from '@opiring/contract/library';
import { inLanguage } from '@opiring/contract/text';
import { type Caller, NotAllowed, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { canRewordHere, canWritePage } from './library.policy';
import {
  CHANGE_PAGE,
  CHANGE_PARTNERS,
  HOLD_PAGE,
  PAGE,
  type PageRow,
  PUBLISH_PAGE,
  WITHDRAW_PAGE,
} from './page.queries';
import { withAllTexts } from './programme.view';

/** The public page in the hands of who writes it. */
@Injectable()
export class PageService {
  constructor(
    private readonly work: Work,
    private readonly curriculum: Curriculum,
  ) {}

  read(caller: Caller, slug: string): Promise<PageView> {
    return this.work.read(caller, async (tx) => this.view(tx, await this.find(tx, slug)));
  }

  change(caller: Caller, slug: string, revision: number, sent: ChangePage): Promise<PageView> {
    return this.work.write(caller, async (tx) => {
      await this.find(tx, slug);
      await tx.manager.query(HOLD_PAGE, [slug]);
      const page = await this.find(tx, slug);
      if (page.revision !== revision) throw new Stale(this.view(tx, page));
      await this.reword(tx, page, sent);
      const title = sent.title === undefined ? page.title : inLanguage(sent.title, page.language);
      const texts = JSON.stringify({ ...page.texts, ...textsOf(sent, page) });
      await tx.manager.query(CHANGE_PAGE, [page.id, title, texts]);
      if (sent.partners) {
        const partners = sent.partners.map(({ name, part = {}, url = null }) => ({
          name,
          part: inLanguage(part, page.language),
          url,
        }));
        await tx.manager.query(CHANGE_PARTNERS, [page.id, JSON.stringify(partners)]);
      }
      return this.view(tx, await this.find(tx, slug));
    });
  }

  /** Words of questions and of the page are saved together or not at all. */
  private async reword(tx: Tx, page: PageRow, { questions = [] }: ChangePage): Promise<void> {
    if (!questions.length) return;
    if (!canRewordHere(seats(tx, page))) throw new NotAllowed();
    const words = questions.map(({ id, version, text }) => ({
      id,
      version,
      text: inLanguage(text, page.language),
    }));
    if (!(await this.curriculum.reword(tx, page.id, words))) throw new Stale(this.view(tx, page));
  }

  /** From now on anybody may read it; published already, it keeps its day. */
  publish(caller: Caller, slug: string): Promise<PageView> {
    return this.set(caller, slug, (tx, id) => tx.manager.query(PUBLISH_PAGE, [id, tx.now]));
  }

  /** From now on it is not there for anybody else. */
  withdraw(caller: Caller, slug: string): Promise<PageView> {
    return this.set(caller, slug, (tx, id) => tx.manager.query(WITHDRAW_PAGE, [id]));
  }

  private set(
    caller: Caller,
    slug: string,
    deed: (tx: Tx, id: string) => Promise<unknown>,
  ): Promise<PageView> {
    return this.work.write(caller, async (tx) => {
      await deed(tx, (await this.find(tx, slug)).id);
      return this.view(tx, await this.find(tx, slug));
    });
  }

  /** Who does not write it finds nothing, published or not. */
  private async find(tx: Tx, slug: string): Promise<PageRow> {
    const [page] = await tx.manager.query<PageRow[]>(PAGE, [slug]);
    if (!page || !canWritePage(tx.viewer, seats(tx, page))) throw new NotFound();
    return page;
  }

  private view(tx: Tx, page: PageRow): PageView {
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
      can: { reword: canRewordHere(seats(tx, page)) },
    };
  }
}

const seats = ({ viewer }: Tx, { cohorts }: PageRow) => cohorts.flatMap((id) => viewer.inCohort(id));

/** Only what was sent, each in its languages. */
function textsOf(
  { title: _t, partners: _p, questions: _q, planUrl, effects, ...rest }: ChangePage,
  { language }: PageRow,
) {
  const texts = Object.entries(rest).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, inLanguage(text, language)] as const],
  );
  return {
    ...(Object.fromEntries(texts) as Partial<ProgrammeTexts>),
    ...(effects && { effects: effects.map((text) => inLanguage(text, language)) }),
    ...(planUrl !== undefined && { planUrl }),
  };
}
