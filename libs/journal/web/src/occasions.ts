import { Injectable, inject } from '@angular/core';
import type { ActivityView, CurriculumView, QuestionView } from '@opiring/contract/curriculum';
import type { EntrySummaryView, EntryView } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { Api } from '@opiring/platform/web';
import type { Occasion } from './drafts';
import { JournalClient } from './journal-client';

/** What the page shows above the text. */
export interface OccasionView {
  occasion: Occasion;
  question: QuestionView | null;
  activity: ActivityView | null;
  moment: Moment | null;
}

/** Finds what an entry answers, and whether something is already written for it. */
@Injectable({ providedIn: 'root' })
export class Occasions {
  private readonly api = inject(Api);
  private readonly client = inject(JournalClient);

  /** A question at a moment belongs to the activity that asks for it, where there is one. */
  async find(cohortId: string, asked: Occasion): Promise<OccasionView> {
    if (!asked.activityId && !asked.questionId) {
      return { occasion: {}, question: null, activity: null, moment: null };
    }
    const curriculum = await this.api.get<CurriculumView>(`/api/cohorts/${cohortId}/curriculum`);
    const activities = curriculum.modules.flatMap((module) => module.activities);
    const activity =
      activities.find(({ id }) => id === asked.activityId) ??
      activities.find(
        (each) => asked.questionId && each.questionId === asked.questionId && each.moment === asked.moment,
      ) ??
      null;
    const questionId = activity?.questionId ?? asked.questionId;
    const moment = activity?.moment ?? asked.moment ?? null;
    const question = curriculum.questions.find(({ id }) => id === questionId) ?? null;
    return {
      question,
      activity,
      moment: question ? moment : null,
      occasion: {
        ...(activity && { activityId: activity.id }),
        ...(question && moment && { questionId: question.id, moment }),
      },
    };
  }

  /** My entry for it, the newest where there are several. */
  async written(
    cohortId: string,
    { activityId, questionId, moment }: Occasion,
  ): Promise<EntrySummaryView | undefined> {
    if (!activityId && !questionId) return undefined;
    const { items } = await this.client.mineFor(cohortId, activityId ? { activityId } : { questionId });
    return items.find((entry) => activityId ?? entry.moment === moment);
  }

  /** What I wrote on the same question at its beginning, when this is a later moment. */
  async beginning(
    cohortId: string,
    questionId: string,
    moment: Moment | null,
  ): Promise<EntryView | undefined> {
    if (moment === null || moment === 'start') return undefined;
    const { items } = await this.client.mineFor(cohortId, { questionId });
    const first = items.find((entry) => entry.moment === 'start');
    return first && this.client.entry(first.id);
  }
}
