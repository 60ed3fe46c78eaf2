import { Injectable } from '@nestjs/common';
import type { CreateEntry } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { Curriculum, Openness } from '@opiring/curriculum/api';
import type { Tx } from '@opiring/platform/api';
import { OccasionNotOpen, UnknownOccasion } from './journal.errors';

export interface Occasion {
  activityId: string | null;
  questionId: string | null;
  questionVersion: number | null;
  moment: Moment | null;
  /** What an answer in between comes after; the database's own keys refuse what is not the cohort's or not one's own. */
  meetingId: string | null;
  circleId: string | null;
}

/** What an entry is begun for: a published activity, a guiding question in its present words, or nothing but itself. */
@Injectable()
export class Occasions {
  constructor(
    private readonly curriculum: Curriculum,
    private readonly openness: Openness,
  ) {}

  async of(tx: Tx, cohortId: string, authorId: string, given: CreateEntry): Promise<Occasion> {
    const activity = given.activityId
      ? await this.curriculum.publishedActivity(tx, cohortId, given.activityId)
      : null;
    if (given.activityId && !activity) throw new UnknownOccasion('activityId');
    // One may write where one is excused: that it is not asked takes nothing away.
    if (activity && (await this.openness.of(tx, cohortId, authorId, activity.id)) === 'closed')
      throw new OccasionNotOpen();
    // An activity that asks a question settles which one and when; the request cannot say otherwise.
    const questionId = activity?.questionId ?? given.questionId ?? null;
    const moment = activity?.moment ?? given.moment ?? null;
    const question = questionId ? await this.curriculum.question(tx, cohortId, questionId) : null;
    if (questionId && !question) throw new UnknownOccasion('questionId');
    return {
      activityId: activity?.id ?? null,
      questionId,
      questionVersion: question?.version ?? null,
      moment: question ? moment : null,
      meetingId: given.meetingId ?? null,
      circleId: given.circleId ?? null,
    };
  }
}
