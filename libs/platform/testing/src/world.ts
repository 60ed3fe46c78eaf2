import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { ActivityKind } from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import type { Moment, Role } from '@opiring/contract/values';
import { publishEdition } from './world-edition';

export interface WorldAccount {
  accountId: string;
  email: string;
  name: string;
}
export interface WorldMember extends WorldAccount {
  membershipId: string;
  cohortId: string;
  role: Role;
}
export interface WorldCohort {
  id: string;
  programmeId: string;
  slug: string;
  /** The guiding questions' ids, in order. */
  questions: string[];
}
export interface WorldActivity {
  kind?: ActivityKind;
  title?: LocalText;
  required?: boolean;
  opensOn?: string;
  questionId?: string;
  moment?: Moment;
  meetingId?: string;
}

const QUESTIONS = [
  'Keda me tavaliselt ei kuule?',
  'Mida ma kuulates märkan?',
  'Mis hoiab meid koos?',
  'Mis edasi?',
];
const DAY = 86_400_000;

const HERE = 'Europe/Tallinn';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: HERE, dateStyle: 'short' });

/** A day counted from today, where the world's cohorts are: at ten in the evening in UTC it is another one there. */
export const dayFromNow = (days: number): string =>
  new Date(Date.parse(today.format(Date.now())) + days * DAY).toISOString().slice(0, 10);

/** Builds what a test needs straight into the tables, as their owner: `const marika = await world.participant(cohort)`. */
export class World {
  /** `database` is the owner's client: `app.database` of a TestApp, `owner` of a TestDatabase. */
  constructor(readonly database: pg.Client) {}

  async account(name = 'Keegi', admin = false): Promise<WorldAccount> {
    const email = `${name.toLowerCase().replace(/[^a-z]/g, '')}.${randomBytes(4).toString('hex')}@world.example`;
    const accountId = await this.insert(
      'INSERT INTO accounts (email, name, admin_since) VALUES ($1, $2, $3) RETURNING id',
      [email, name, admin ? new Date() : null],
    );
    return { accountId, email, name };
  }

  admin(name = 'Haldur'): Promise<WorldAccount> {
    return this.account(name, true);
  }

  /** A published programme with four guiding questions and one cohort that began ten weeks ago. */
  async aCohort(timeZone = HERE): Promise<WorldCohort> {
    const slug = `programme-${randomBytes(6).toString('hex')}`;
    const programmeId = await this.insert(
      'INSERT INTO programmes (slug, title, published_at) VALUES ($1, $2, now()) RETURNING id',
      [slug, { et: 'Dialoogid kogukonnas' }],
    );
    const questions: string[] = [];
    for (const [index, et] of QUESTIONS.entries()) {
      const id = await this.insert(
        'INSERT INTO guiding_questions (programme_id, position) VALUES ($1, $2) RETURNING id',
        [programmeId, index + 1],
      );
      await this.database.query(
        'INSERT INTO guiding_question_versions (question_id, version, text) VALUES ($1, 1, $2)',
        [id, { et }],
      );
      questions.push(id);
    }
    const id = await this.insert(
      'INSERT INTO cohorts (programme_id, name, time_zone, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [programmeId, 'Lend', timeZone, dayFromNow(-67), dayFromNow(100)],
    );
    return { id, programmeId, slug, questions };
  }

  /** A seat in the cohort, for a new account unless one is given. */
  async member(cohort: WorldCohort, role: Role, who: string | WorldAccount = role): Promise<WorldMember> {
    const account = typeof who === 'string' ? await this.account(who) : who;
    const membershipId = await this.insert(
      `INSERT INTO memberships (cohort_id, account_id, role, seat) VALUES ($1, $2, $3,
         CASE WHEN $3 = 'participant' THEN (SELECT count(*) + 1 FROM memberships WHERE cohort_id = $1 AND seat IS NOT NULL) END)
       RETURNING id`,
      [cohort.id, account.accountId, role],
    );
    return { ...account, membershipId, cohortId: cohort.id, role };
  }

  participant(cohort: WorldCohort, who: string | WorldAccount = 'Marika'): Promise<WorldMember> {
    return this.member(cohort, 'participant', who);
  }
  mentor(cohort: WorldCohort, who: string | WorldAccount = 'Helve'): Promise<WorldMember> {
    return this.member(cohort, 'mentor', who);
  }
  organizer(cohort: WorldCohort, who: string | WorldAccount = 'Kadri'): Promise<WorldMember> {
    return this.member(cohort, 'organizer', who);
  }
  programLeader(cohort: WorldCohort, who: string | WorldAccount = 'Maarja'): Promise<WorldMember> {
    return this.member(cohort, 'program_leader', who);
  }

  async endMembership(member: WorldMember): Promise<void> {
    await this.database.query('UPDATE memberships SET ended_at = now() WHERE id = $1', [member.membershipId]);
  }

  /** Makes two participants learning partners. */
  pair(first: WorldMember, second: WorldMember): Promise<string> {
    return this.insert(
      'INSERT INTO learning_pairs (cohort_id, first_id, second_id) VALUES ($1, $2, $3) RETURNING id',
      [first.cohortId, first.membershipId, second.membershipId],
    );
  }

  /** Gives the participant this mentor, in place of the one before. */
  async assignment(mentor: WorldMember, participant: WorldMember): Promise<string> {
    await this.database.query(
      'UPDATE mentor_assignments SET ended_at = now() WHERE participant_id = $1 AND ended_at IS NULL',
      [participant.membershipId],
    );
    return this.insert(
      'INSERT INTO mentor_assignments (cohort_id, mentor_id, participant_id) VALUES ($1, $2, $3) RETURNING id',
      [mentor.cohortId, mentor.membershipId, participant.membershipId],
    );
  }

  /** A meeting of six hours that begins so many days from now. */
  meeting(cohort: WorldCohort, inDays = 7): Promise<string> {
    return this.insert(
      `INSERT INTO meetings (cohort_id, position, title, starts_at, ends_at)
       SELECT $1, count(*) + 1, $2, now() + make_interval(days => $3), now() + make_interval(days => $3, hours => 6)
         FROM meetings WHERE cohort_id = $1 RETURNING id`,
      [cohort.id, { et: 'Kohtumine' }, inDays],
    );
  }

  module(
    cohort: WorldCohort,
    startsOn: string | null = dayFromNow(-30),
    endsOn: string | null = null,
  ): Promise<string> {
    return this.insert(
      `INSERT INTO modules (cohort_id, position, title, starts_on, ends_on)
       SELECT $1, count(*), $2, $3, $4 FROM modules WHERE cohort_id = $1 RETURNING id`,
      [cohort.id, { et: 'Moodul' }, startsOn, endsOn],
    );
  }

  activity(moduleId: string, what: WorldActivity = {}): Promise<string> {
    return this.insert(
      `INSERT INTO activities (cohort_id, module_id, position, kind, title, required, opens_on, question_id, moment, meeting_id)
       SELECT m.cohort_id, m.id, (SELECT count(*) FROM activities a WHERE a.module_id = m.id), $2, $3, $4, $5, $6, $7, $8
         FROM modules m WHERE m.id = $1 RETURNING id`,
      [
        moduleId,
        what.kind ?? 'reflect',
        what.title ?? { et: 'Tegevus' },
        what.required ?? true,
        what.opensOn ?? null,
        what.questionId ?? null,
        what.moment ?? null,
        what.meetingId ?? null,
      ],
    );
  }

  /** Publishes the modules and activities as they stand. */
  edition(cohort: WorldCohort): Promise<string> {
    return publishEdition(this.database, cohort.id);
  }

  /** A live session's cookie, without the sign-in routes; `x=y`, to be sent as the Cookie header. */
  async signIn(who: WorldAccount): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `INSERT INTO sessions (account_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
      [who.accountId, createHash('sha256').update(token).digest()],
    );
    return `opiring=${token}`;
  }

  private async insert(sql: string, values: unknown[]): Promise<string> {
    const { rows } = await this.database.query<{ id: string }>(sql, values);
    const [row] = rows;
    if (!row) throw new Error('The world has no such thing to build upon.');
    return row.id;
  }
}
