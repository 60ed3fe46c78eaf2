import { Injectable } from '@nestjs/common';
import type { AttendanceView } from '@opiring/contract/cohorts';
import type { CheckIn, CheckInCodeView } from '@opiring/contract/meetings';
import { Attempts } from '@opiring/identity/api';
import { type Caller, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { writeDown } from './attendance-book';
import { CheckInCode, drawCode, typedCode } from './check-in-code';
import { canCheckIn, canRecordAttendance, canSeeMeetings } from './cohort.policy';
import { CohortDirectory } from './cohort-directory';
import { CheckInClosed, CheckInOtherDay, CodeReplaced, MeetingCancelled, WrongCode } from './cohorts.errors';
import { dayIn } from './cohort-day';
import { Meeting } from './meeting.entity';
import { WAS_THERE } from './meeting.view';
import { allow, standingIn } from './standing';

const MINUTE = 60_000;
const LIVES = 12 * MINUTE;
/** How long the code before stays good, for whoever is typing it. */
const GRACE = 2 * MINUTE;
/** So many of the newest codes are looked at; more screens than that show none of one meeting. */
const LOOKED_AT = 6;

/** Participants say themselves that they are there, by a code that is seen only in the room. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly attempts: Attempts,
  ) {}

  /** Opens the check-in, or follows the code on one's own screen by another. */
  async show(caller: Caller, id: string): Promise<CheckInCodeView> {
    const { code, ...kept } = await drawCode();
    return this.work.write(caller, async (tx) => {
      const meeting = await this.meeting(tx, id);
      allow(standingIn(tx, meeting.cohortId), canSeeMeetings, canRecordAttendance);
      await this.assertToday(tx, meeting);
      const now = tx.now.getTime();
      await tx.manager.query(
        `UPDATE check_in_codes SET valid_until = least(valid_until, $3) WHERE meeting_id = $1 AND made_by = $2 AND valid_until > $4`,
        [id, tx.viewer.accountId, new Date(now + GRACE), tx.now],
      );
      await tx.manager.query(
        `DELETE FROM check_in_codes WHERE meeting_id = $1 AND made_at < $2::timestamptz - interval '1 day'`,
        [id, tx.now],
      );
      const validUntil = new Date(now + LIVES);
      const made = { meetingId: id, cohortId: meeting.cohortId, madeBy: tx.viewer.accountId, madeAt: tx.now };
      await tx.manager.insert(CheckInCode, { ...kept, ...made, validUntil });
      return { code, validUntil: validUntil.toISOString() };
    });
  }

  close(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const { cohortId } = await this.meeting(tx, id);
      allow(standingIn(tx, cohortId), canSeeMeetings, canRecordAttendance);
      await tx.manager.query(
        'UPDATE check_in_codes SET valid_until = $2 WHERE meeting_id = $1 AND valid_until > $2',
        [id, tx.now],
      );
    });
  }

  /** A try is counted, in PostgreSQL and before anything is compared, so that many at once on many processes are few guesses. */
  async checkIn(caller: Caller, id: string, body: CheckIn): Promise<AttendanceView> {
    const me = await this.work.read(caller, async (tx) => {
      const meeting = await this.meeting(tx, id);
      await this.assertToday(tx, meeting);
      return this.participant(tx, meeting);
    });
    await this.attempts.count(`check-in ${id} ${me}`, `check-in by ${me}`);
    return this.work.write(caller, async (tx) => {
      const meeting = await this.meeting(tx, id);
      await this.assertToday(tx, meeting);
      await assertSeen(tx, id, typedCode(body.code));
      const membershipId = this.participant(tx, meeting);
      const state = body.online && meeting.link ? 'online' : 'present';
      return writeDown(tx, { cohortId: meeting.cohortId, meetingId: id, membershipId }, 'code', (before) =>
        before && WAS_THERE.includes(before) ? before : state,
      );
    });
  }

  private async meeting(tx: Tx, id: string): Promise<Meeting> {
    const meeting = await tx.manager.findOneBy(Meeting, { id });
    if (!meeting) throw new NotFound();
    allow(standingIn(tx, meeting.cohortId), canSeeMeetings);
    return meeting;
  }

  private participant(tx: Tx, { cohortId }: Meeting): string {
    const me = tx.viewer.as('participant', cohortId);
    if (!me || !canCheckIn(standingIn(tx, cohortId))) throw new NotAllowed();
    return me.id;
  }

  /** The cohort's day, whatever the server's clock is set to (rule 14). */
  private async assertToday(tx: Tx, { cohortId, cancelledAt, startsAt, endsAt }: Meeting): Promise<void> {
    if (cancelledAt) throw new MeetingCancelled();
    const { timeZone } = await this.directory.cohort(tx, cohortId);
    const today = dayIn(timeZone, tx.now);
    if (today < dayIn(timeZone, startsAt) || today > dayIn(timeZone, endsAt)) throw new CheckInOtherDay();
  }
}

async function assertSeen(tx: Tx, meetingId: string, typed: string): Promise<void> {
  const codes = await tx.manager.find(CheckInCode, {
    where: { meetingId },
    order: { id: 'DESC' },
    take: LOOKED_AT,
  });
  const valid = codes.filter(({ validUntil }) => validUntil > tx.now);
  if (valid.length === 0) throw new CheckInClosed();
  for (const code of [...valid, ...codes.filter((each) => !valid.includes(each))])
    if (await code.is(typed)) {
      if (valid.includes(code)) return;
      throw new CodeReplaced();
    }
  throw new WrongCode();
}
