import { Injectable } from '@nestjs/common';
import { Curriculum } from '@opiring/curriculum/api';
import type { ChangePage, PagePartner, PageView, ProgrammeTexts } from '@opiring/contract/library';
import { inLanguage } from '@opiring/contract/text';
import { type Caller, NotAllowed, Stale, type Tx, Work } from '@opiring/platform/api';
import { canRewordHere } from './library.policy';
import { CHANGE_PAGE, HOLD_PAGE, type PageRow, PUBLISH_PAGE, WITHDRAW_PAGE } from './page.queries';
import { findPage, pageView, seatsOf } from './page.store';
import { CHANGE_PARTNERS } from './partner.queries';

/** The public page in the hands of who writes it. */
@Injectable()
export class PageService {
  constructor(
    private readonly work: Work,
    private readonly curriculum: Curriculum,
  ) {}

  read(caller: Caller, slug: string): Promise<PageView> {
    return this.work.read(caller, async (tx) => pageView(tx, await findPage(tx, slug)));
  }

  change(caller: Caller, slug: string, revision: number, sent: ChangePage): Promise<PageView> {
    return this.work.write(caller, async (tx) => {
      await findPage(tx, slug);
      await tx.manager.query(HOLD_PAGE, [slug]);
      const page = await findPage(tx, slug);
      if (page.revision !== revision) throw new Stale(pageView(tx, page));
      await this.reword(tx, page, sent);
      const title = sent.title === undefined ? page.title : inLanguage(sent.title, page.language);
      const texts = JSON.stringify({ ...page.texts, ...textsOf(sent, page) });
      await tx.manager.query(CHANGE_PAGE, [page.id, title, texts]);
      if (sent.partners) {
        await tx.manager.query(CHANGE_PARTNERS, [page.id, JSON.stringify(partnersOf(sent.partners, page))]);
      }
      return pageView(tx, await findPage(tx, slug));
    });
  }

  /** Words of questions and of the page are saved together or not at all. */
  private async reword(tx: Tx, page: PageRow, { questions = [] }: ChangePage): Promise<void> {
    if (!questions.length) return;
    if (!canRewordHere(seatsOf(tx, page))) throw new NotAllowed();
    const words = questions.map(({ id, version, text }) => ({
      id,
      version,
      text: inLanguage(text, page.language),
    }));
    if (!(await this.curriculum.reword(tx, page.id, words))) throw new Stale(pageView(tx, page));
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
      await deed(tx, (await findPage(tx, slug)).id);
      return pageView(tx, await findPage(tx, slug));
    });
  }
}

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

/** Named twice, the second is another one. */
function partnersOf(sent: readonly PagePartner[], { language }: PageRow) {
  const taken = new Set<string>();
  return sent.map(({ id, name, part = {}, alt, url = null }) => {
    const own = id && !taken.has(id.toLowerCase()) ? id.toLowerCase() : null;
    if (own) taken.add(own);
    const said = {
      part: inLanguage(part, language),
      ...(alt !== undefined && { alt: inLanguage(alt, language) }),
    };
    return { id: own, name, url, ...said };
  });
}
