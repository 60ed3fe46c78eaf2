import { Injectable } from '@nestjs/common';
import type { QuestionView } from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import { type OpenTx, prepared, type Tx } from '@opiring/platform/api';
import type { MemberFacts } from './activity-facts';
import { DRAFT_CONTENT } from './draft.queries';
import {
  OVERVIEW,
  OVERVIEW_OF_ONE,
  PUBLISHED,
  PUBLISHED_ACTIVITY,
  PUBLISHED_CONTENT,
  QUESTION,
  QUESTIONS,
} from './curriculum.queries';
import { KnownEditions, type NewestEdition } from './known-editions';
import { HOLD_QUESTIONS, REWORD_QUESTIONS } from './question-words.queries';
import type { EditionActivity, EditionContent } from './edition-content';

/** The newest published state with its number and day. */
export interface PublishedEdition extends EditionContent {
  id: string;
  number: number;
  publishedAt: Date;
}

/** New words for a question, and the version of those they replace. */
export interface QuestionWords {
  id: string;
  version: number;
  text: LocalText;
}

/** What a fold needs of a cohort's curriculum, asked in one statement. */
export interface CurriculumOverview {
  /** The published modules; empty before the first edition. */
  modules: EditionContent['modules'];
  questions: QuestionView[];
  facts: Map<string, MemberFacts>;
}

interface OverviewRow {
  edition: NewestEdition | null;
  questions: QuestionView[];
  facts: { membershipId: string; facts: MemberFacts }[];
}

/** The front door: what is published in a cohort, and the programme's guiding questions in their present words. */
@Injectable()
export class Curriculum {
  private readonly editions = new KnownEditions();

  /** The activity as published now, or null: drafts and retired ones are not there for participants. */
  async publishedActivity(tx: OpenTx, cohortId: string, activityId: string): Promise<EditionActivity | null> {
    const [row] = await tx.manager.query<{ activity: EditionActivity }[]>(PUBLISHED_ACTIVITY, [
      cohortId,
      activityId,
    ]);
    return row?.activity ?? null;
  }

  /** The published state, or null before the first edition. */
  async published(tx: OpenTx, cohortId: string): Promise<PublishedEdition | null> {
    const [row] = await tx.manager.query<(Omit<PublishedEdition, 'modules'> & { content: EditionContent })[]>(
      PUBLISHED,
      [cohortId],
    );
    if (!row) return null;
    const { content, ...edition } = row;
    return { ...edition, modules: content.modules };
  }

  /** One guiding question of the cohort's programme in its present words, with its version; null where there is none. */
  async question(tx: OpenTx, cohortId: string, questionId: string): Promise<QuestionView | null> {
    const [row] = await tx.manager.query<QuestionView[]>(QUESTION, [cohortId, questionId]);
    return row ?? null;
  }

  /** The programme's guiding questions in their present words: the main strand first, in order. */
  questions(tx: OpenTx, cohortId: string): Promise<QuestionView[]> {
    return tx.manager.query(QUESTIONS, [cohortId]);
  }

  /**
   * New words for some of a programme's questions; the words before stay with their answers (rule 9), the same words make no
   * version. False, and nothing written, where one of them is not the programme's or has other words by now. Whether the
   * viewer may is the caller's to know.
   */
  async reword(tx: Tx, programmeId: string, words: readonly QuestionWords[]): Promise<boolean> {
    const held = await tx.manager.query<{ id: string; version: number }[]>(HOLD_QUESTIONS, [programmeId]);
    const now = new Map(held.map(({ id, version }) => [id, version]));
    if (words.some(({ id, version }) => now.get(id) !== version)) return false;
    await tx.manager.query(REWORD_QUESTIONS, [JSON.stringify(words)]);
    return true;
  }

  /** Published modules, questions and facts in one statement; with a membership: only that member's facts. */
  async overview(tx: OpenTx, cohortId: string, membershipId?: string): Promise<CurriculumOverview> {
    const known = this.editions.get(cohortId)?.id ?? null;
    const [row] = await (membershipId
      ? prepared<OverviewRow>(tx, 'curriculum-overview-of-one', OVERVIEW_OF_ONE, [
          cohortId,
          membershipId,
          known,
        ])
      : prepared<OverviewRow>(tx, 'curriculum-overview', OVERVIEW, [cohortId, known]));
    return {
      modules: this.editions.modules(cohortId, row?.edition ?? null),
      questions: row?.questions ?? [],
      facts: new Map(row?.facts.map((member) => [member.membershipId, member.facts])),
    };
  }

  /** What is drafted or published, without anybody's facts: for those who look at a journey nobody goes. */
  async preview(tx: OpenTx, cohortId: string, of: 'draft' | 'published'): Promise<CurriculumOverview> {
    const [row] = await tx.manager.query<{ content: EditionContent | null; questions: QuestionView[] }[]>(
      of === 'draft' ? DRAFT_CONTENT : PUBLISHED_CONTENT,
      [cohortId],
    );
    return { modules: row?.content?.modules ?? [], questions: row?.questions ?? [], facts: new Map() };
  }
}
