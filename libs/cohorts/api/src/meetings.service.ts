import { Injectable } from '@nestjs/common';
import type { AnswerMeeting, MeetingsView, MeetingView, PageAfter } from '@opiring/contract/cohorts';
import type { ChangeMeeting, MeetingChangesView, PlanMeeting } from '@opiring/contract/meetings';
import {
  type Caller,
  type Idempotency,
  NotAllowed,
  NotFound,
  Stale,
  type Tx,
  Work,
} from '@opiring/platform/api';
import { calendarOf } from './calendar';
import { canPlanMeetings, canReply, canSeeMeetings } from './cohort.policy';
import { CohortDirectory } from './cohort-directory';
import { MeetingOver, ReasonNeeded } from './cohorts.errors';
import { MeetingChange } from './meeting-change.entity';
import { Meeting } from './meeting.entity';
import { type DetailsRow, meetingView, type Onlooker } from './meeting.view';
import { type ChangeRow, changesView } from './meeting-changes.view';
import { MEETING_CHANGES, MEETING_DETAILS, REPLY } from './meetings.queries';
import { allow, standingIn } from './standing';

const PER_PAGE = 200;

/** Whoever had the day in their calendar is told why it is another one, or none. */
const needsReason = ({ before, after }: Pick<MeetingChange, 'before' | 'after'>): boolean =>
  before.startsAt !== after.startsAt || (after.cancelled && !before.cancelled);

/** The days together: planning, moving, calling off, and who says they come. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  list(caller: Caller, cohortId: string): Promise<MeetingsView> {
    return this.work.read(caller, async (tx) => {
      allow(standingIn(tx, cohortId), canSeeMeetings);
      const meetings = await this.views(tx, cohortId);
      return { meetings, can: { plan: canPlanMeetings(standingIn(tx, cohortId)) } };
    });
  }

  plan(
    caller: Caller,
    cohortId: string,
    sent: PlanMeeting,
    once: Idempotency | undefined,
  ): Promise<MeetingView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        allow(standingIn(tx, cohortId), canSeeMeetings, canPlanMeetings);
        const { language } = await this.directory.cohort(tx, cohortId);
        const [last] = await tx.manager.query<{ position: number }[]>(
          `SELECT coalesce((SELECT max(position) FROM meetings WHERE cohort_id = c.id), 0)::int AS position
             FROM cohorts c WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
          [cohortId],
        );
        const meeting = Meeting.plan(cohortId, (last?.position ?? 0) + 1, sent, language);
        return (await tx.manager.save(meeting)).id;
      },
      (tx, id) => this.view(tx, cohortId, id),
    );
  }

  /** Moves, renames or calls off. The change log keeps who, when, before and after (rule 13). */
  change(caller: Caller, id: string, revision: number, sent: ChangeMeeting): Promise<MeetingView> {
    return this.work.write(caller, async (tx) => {
      const meeting = await this.find(tx, id, true);
      const { cohortId } = meeting;
      if (!canPlanMeetings(standingIn(tx, cohortId))) throw new NotAllowed();
      if (meeting.revision !== revision) throw new Stale(await this.view(tx, cohortId, id));
      const { language } = await this.directory.cohort(tx, cohortId);
      const changed = meeting.change(sent, language, tx.now);
      if (changed) {
        if (needsReason(changed) && !sent.reason?.trim()) throw new ReasonNeeded();
        await tx.manager.save(meeting);
        await tx.manager.insert(MeetingChange, {
          ...changed,
          meetingId: id,
          cohortId,
          changedBy: tx.viewer.accountId,
          changedAt: tx.now,
          reason: sent.reason?.trim() ?? '',
        });
      }
      return this.view(tx, cohortId, id);
    });
  }

  /** Its log, for everybody it was planned for: what was changed, when, by whom and why. */
  changes(caller: Caller, id: string, { after }: PageAfter): Promise<MeetingChangesView> {
    return this.work.read(caller, async (tx) => {
      const { cohortId } = await this.find(tx, id);
      const rows = await tx.manager.query<ChangeRow[]>(MEETING_CHANGES, [id, after ?? null, PER_PAGE + 1]);
      return changesView(rows, PER_PAGE, canPlanMeetings(standingIn(tx, cohortId)));
    });
  }

  answer(caller: Caller, id: string, { coming }: AnswerMeeting): Promise<MeetingView> {
    return this.work.write(caller, async (tx) => {
      const meeting = await this.find(tx, id);
      const { cohortId } = meeting;
      const me = tx.viewer.as('participant', cohortId) ?? tx.viewer.as('mentor', cohortId);
      if (!canReply(standingIn(tx, cohortId)) || !me) throw new NotAllowed();
      if (meeting.isOver(tx.now)) throw new MeetingOver();
      await tx.manager.query(REPLY, [id, me.id, cohortId, coming, tx.now]);
      return this.view(tx, cohortId, id);
    });
  }

  /** One meeting as a calendar file, in the reader's language. */
  calendar(caller: Caller, id: string): Promise<string> {
    return this.work.read(caller, async (tx) => {
      const meeting = await this.find(tx, id);
      const cohort = await this.directory.cohort(tx, meeting.cohortId);
      return calendarOf(meeting, [tx.viewer.locale, cohort.language], tx.now);
    });
  }

  /** The meeting, if it is in one of the viewer's cohorts. */
  private async find(tx: Tx, id: string, toChange = false): Promise<Meeting> {
    const lock = toChange ? { lock: { mode: 'for_no_key_update' as const } } : {};
    const meeting = await tx.manager.findOne(Meeting, { where: { id }, ...lock });
    if (!meeting) throw new NotFound();
    allow(standingIn(tx, meeting.cohortId), canSeeMeetings);
    return meeting;
  }

  private async view(tx: Tx, cohortId: string, id: string): Promise<MeetingView> {
    allow(standingIn(tx, cohortId), canSeeMeetings);
    const view = (await this.views(tx, cohortId)).find((meeting) => meeting.id === id);
    if (!view) throw new NotFound();
    return view;
  }

  private async views(tx: Tx, cohortId: string): Promise<MeetingView[]> {
    const standing = standingIn(tx, cohortId);
    const participantId = tx.viewer.as('participant', cohortId)?.id;
    const mentorId = tx.viewer.as('mentor', cohortId)?.id;
    const mine = tx.viewer.inCohort(cohortId).map((membership) => membership.id);
    const only = standing.roles.every((role) => role === 'participant') ? participantId : undefined;
    const meetings = await this.directory.meetings(tx, cohortId, only);
    const details = await tx.manager.query<DetailsRow[]>(MEETING_DETAILS, [cohortId, mine, tx.now]);
    const onlooker: Onlooker = {
      standing,
      participantId,
      accompanies: new Set(mentorId ? await this.directory.participantsOf(tx, mentorId) : []),
    };
    const byMeeting = new Map(details.map((detail) => [detail.meetingId, detail]));
    return meetings.flatMap((meeting) => {
      const detail = byMeeting.get(meeting.id);
      return detail ? [meetingView(meeting, detail, onlooker, tx.now)] : [];
    });
  }
}
