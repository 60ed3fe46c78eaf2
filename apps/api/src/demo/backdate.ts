import type { Client } from 'pg';
import type { Calendar } from './calendar';
import type { Intake } from './intake';

/**
 * People of the demo did things in the weeks behind today, the services know only today. So what they made is dated
 * afterwards, as the owner of the tables; nothing but dates is touched.
 */
export class Backdate {
  constructor(private readonly owner: Client) {}

  async entry(id: string, at: string): Promise<void> {
    await this.owner.query(
      "UPDATE entries SET created_at = $2::timestamptz - interval '40 minutes', updated_at = $2, done_at = CASE WHEN done_at IS NULL THEN NULL ELSE $2::timestamptz END WHERE id = $1",
      [id, at],
    );
    await this.owner.query('UPDATE entry_versions SET created_at = $2 WHERE entry_id = $1', [id, at]);
    await this.owner.query(
      "UPDATE entry_shares SET granted_at = $2::timestamptz + interval '2 minutes' WHERE entry_id = $1",
      [id, at],
    );
    await this.owner.query(
      `UPDATE activity_facts f SET begun_at = $2::timestamptz - interval '40 minutes', done_at = CASE WHEN f.done_at IS NULL THEN NULL ELSE $2::timestamptz END
         FROM entries e WHERE e.id = $1 AND f.membership_id = e.author_id AND f.activity_id = e.activity_id`,
      [id, at],
    );
  }

  async note(id: string, at: string): Promise<void> {
    await this.owner.query(
      'UPDATE notes SET created_at = $2, thanked_at = CASE WHEN thanked_at IS NULL THEN NULL ELSE $2::timestamptz END WHERE id = $1',
      [id, at],
    );
    await this.owner.query(
      'UPDATE conversations c SET opened_at = $2 FROM notes n WHERE n.id = $1 AND c.id = n.conversation_id AND c.opened_at > $2',
      [id, at],
    );
    await this.reading(id, at);
  }

  /** The mentor read ten minutes before writing; one reading a day is kept. */
  private async reading(noteId: string, at: string): Promise<void> {
    const earlier = `SELECT r.share_id, r.reader_id, ($2::timestamptz AT TIME ZONE 'Europe/Tallinn')::date AS on_day, max(r.day) AS newest
      FROM entry_readings r JOIN notes n ON n.entry_id = r.entry_id JOIN conversations c ON c.id = n.conversation_id AND c.mentor_id = r.reader_id
      WHERE n.id = $1 GROUP BY 1, 2`;
    await this.owner.query(
      `DELETE FROM entry_readings r USING (${earlier}) e WHERE r.share_id = e.share_id AND r.reader_id = e.reader_id AND r.day = e.newest
         AND e.newest <> e.on_day AND EXISTS (SELECT FROM entry_readings o WHERE o.share_id = r.share_id AND o.reader_id = r.reader_id AND o.day = e.on_day)`,
      [noteId, at],
    );
    await this.owner.query(
      `UPDATE entry_readings r SET day = e.on_day, read_at = $2::timestamptz - interval '10 minutes' FROM (${earlier}) e
        WHERE r.share_id = e.share_id AND r.reader_id = e.reader_id AND r.day = e.newest`,
      [noteId, at],
    );
  }

  async shared(entryId: string, at: string): Promise<void> {
    await this.owner.query(
      `UPDATE entry_shares SET granted_at = $2 WHERE entry_id = $1 AND audience = 'cohort' AND revoked_at IS NULL`,
      [entryId, at],
    );
  }

  async moved(memberId: string, questionId: string, at: string): Promise<void> {
    await this.owner.query(
      'UPDATE question_arcs SET updated_at = $3 WHERE author_id = $1 AND question_id = $2',
      [memberId, questionId, at],
    );
  }

  async reply(id: string, at: string): Promise<void> {
    await this.owner.query('UPDATE replies SET created_at = $2 WHERE id = $1', [id, at]);
  }

  /** Lets people do what is only done right after a meeting: it stands at an hour ago meanwhile. */
  async justOver(meetingId: string, deed: () => Promise<void>): Promise<void> {
    const { rows } = await this.owner.query<{ starts: Date; ends: Date }>(
      'SELECT starts_at AS starts, ends_at AS ends FROM meetings WHERE id = $1',
      [meetingId],
    );
    const move = (starts: Date | undefined, ends: Date | undefined): Promise<unknown> =>
      this.owner.query('UPDATE meetings SET starts_at = $2, ends_at = $3 WHERE id = $1', [
        meetingId,
        starts,
        ends,
      ]);
    const now = Date.now();
    await move(new Date(now - 2 * 3_600_000), new Date(now - 3_600_000));
    await deed();
    await move(rows[0]?.starts, rows[0]?.ends);
  }

  /** What was done by one's own word: on the last day of its module, or on the last day there was. */
  async facts({ cohortId }: Intake, calendar: Calendar, last = '2023-12-05'): Promise<void> {
    await this.owner.query(
      `UPDATE activity_facts f SET begun_at = least(m.ends_on::timestamptz, $2::timestamptz), done_at = least(m.ends_on::timestamptz, $2::timestamptz)
         FROM activities a JOIN modules m ON m.id = a.module_id
        WHERE f.cohort_id = $1 AND a.id = f.activity_id AND f.done_at IS NOT NULL AND a.kind IN ('read', 'watch', 'talk', 'practicum', 'circle') AND m.ends_on IS NOT NULL`,
      [cohortId, calendar.past(last, '12:00')],
    );
  }

  /** Papers are given on the day the way ends; their numbers carry its year. */
  async papers({ cohortId }: Intake, day: string): Promise<void> {
    await this.owner.query(
      `UPDATE certificates SET issued_at = ($2::text)::date + interval '17 hours', content = jsonb_set(content, '{issuedOn}', to_jsonb($2::text)),
         number = regexp_replace(number, '-[0-9]{4}-', '-' || left($2::text, 4) || '-') WHERE cohort_id = $1`,
      [cohortId, day],
    );
  }

  /** The practicum is confirmed on its own evening; the principles are accepted in the first week. */
  private async promises(cohortId: string, firstDay: string): Promise<void> {
    await this.owner.query(
      `UPDATE practicum_confirmations k SET confirmed_at = p.held_on::timestamptz + interval '19 hours' FROM practicums p WHERE k.cohort_id = $1 AND p.id = k.practicum_id`,
      [cohortId],
    );
    await this.owner.query(
      `UPDATE activity_facts f SET begun_at = k.confirmed_at, done_at = k.confirmed_at FROM practicum_confirmations k, activities a
        WHERE f.cohort_id = $1 AND k.membership_id = f.membership_id AND a.id = f.activity_id AND a.kind = 'practicum'`,
      [cohortId],
    );
    await this.owner.query(
      `UPDATE principle_acceptances k SET accepted_at = $2::date + interval '18 hours' FROM memberships m WHERE m.cohort_id = $1 AND m.account_id = k.account_id`,
      [cohortId, firstDay],
    );
  }

  /** Attendance is recorded at the meeting's end, an edition published a week before the first day. */
  async cohort(cohortId: string, firstDay: string): Promise<void> {
    await this.promises(cohortId, firstDay);
    await this.records(cohortId, firstDay);
    await this.owner.query(
      'UPDATE attendances a SET recorded_at = m.ends_at FROM meetings m WHERE a.cohort_id = $1 AND m.id = a.meeting_id',
      [cohortId],
    );
    await this.owner.query(
      `UPDATE editions SET published_at = $2::date - interval '7 days' WHERE cohort_id = $1`,
      [cohortId, firstDay],
    );
    await this.owner.query(
      `UPDATE modules SET created_at = $2::date - interval '8 days' WHERE cohort_id = $1`,
      [cohortId, firstDay],
    );
  }

  /** People were seated before the first day; what they told was told on its evening, so that a day that is over shows it. */
  private async records(cohortId: string, firstDay: string): Promise<void> {
    for (const [table, column] of [
      ['memberships', 'created_at'],
      ['meetings', 'created_at'],
      ['learning_pairs', 'created_at'],
      ['mentor_assignments', 'assigned_at'],
    ])
      await this.owner.query(
        `UPDATE ${table} SET ${column} = $2::date - interval '8 days' WHERE cohort_id = $1`,
        [cohortId, firstDay],
      );
    for (const set of [
      'attendance_changes x SET changed_at = m.ends_at FROM meetings m WHERE m.id = x.meeting_id AND x.cohort_id = $1',
      "meeting_changes x SET changed_at = least(x.changed_at, m.starts_at - interval '14 days') FROM meetings m WHERE m.id = x.meeting_id AND x.cohort_id = $1",
      "circles SET recorded_at = least(now(), held_on + interval '19 hours') WHERE cohort_id = $1",
      "practicums SET created_at = held_on + interval '18 hours' WHERE cohort_id = $1",
      'agreed_pauses SET created_at = least(created_at, from_on) WHERE cohort_id = $1',
    ])
      await this.owner.query(`UPDATE ${set}`, [cohortId]);
  }
}
