import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type {
  V1Attendance,
  V1Attendances,
  V1Certificates,
  V1Circle,
  V1Circles,
  V1Cohort,
  V1Cohorts,
  V1Meetings,
  V1Page,
  V1People,
  V1Person,
  V1Progress,
  V1Report,
} from '@opiring/contract/v1';
import type { Caller } from '@opiring/platform/api';
import { ProgressFacts } from '@opiring/progress/api';
import { TokenReading } from './token-reading';
import { ATTENDANCE, CIRCLES, PEOPLE } from './v1.queries';
import { certificatesOf, cohortOf, meetingOf, personOf, progressOf, reportOf } from './v1.view';
import { cut, placeOf } from './v1-page';

/** What other systems read: facts, as the program leader sees them, and never a word of what somebody wrote. */
@Injectable()
export class V1Service {
  constructor(
    private readonly reading: TokenReading,
    private readonly cohorts: CohortDirectory,
    private readonly progress: ProgressFacts,
  ) {}

  list(caller: Caller): Promise<V1Cohorts> {
    return this.reading.read(caller, async (tx) => ({
      cohorts: [cohortOf(await this.cohorts.cohort(tx, tx.token.cohortId))],
    }));
  }

  one(caller: Caller, id: string): Promise<V1Cohort> {
    return this.reading.readOf(caller, id, 'cohort', async (tx) =>
      cohortOf(await this.cohorts.cohort(tx, id)),
    );
  }

  people(caller: Caller, id: string, page: V1Page): Promise<V1People> {
    const { limit, after } = placeOf(page, 'id');
    return this.reading.readOf(caller, id, 'people', async (tx) => {
      const found = await tx.manager.query<(Omit<V1Person, 'seat'> & { seat: number | null })[]>(PEOPLE, [
        id,
        after[0],
        limit + 1,
      ]);
      const { rows, ...more } = cut(found, limit, ({ membershipId }) => [membershipId]);
      return { people: rows.map(personOf), ...more };
    });
  }

  meetings(caller: Caller, id: string, page: V1Page): Promise<V1Meetings> {
    const { limit, after } = placeOf(page, 'id');
    return this.reading.readOf(caller, id, 'meetings', async (tx) => {
      const all = await this.cohorts.meetings(tx, id);
      const begin = after[0] ? all.findIndex((meeting) => meeting.id === after[0]) + 1 : 0;
      const { rows, ...more } = cut(all.slice(begin), limit, (meeting) => [meeting.id]);
      return { meetings: rows.map(meetingOf), ...more };
    });
  }

  attendance(caller: Caller, id: string, page: V1Page): Promise<V1Attendances> {
    const { limit, after } = placeOf(page, 'ids');
    return this.reading.readOf(caller, id, 'attendance', async (tx) => {
      const found = await tx.manager.query<V1Attendance[]>(ATTENDANCE, [id, ...after, limit + 1]);
      const { rows, ...more } = cut(found, limit, (row) => [row.meetingId, row.membershipId]);
      return { attendance: rows, ...more };
    });
  }

  matrix(caller: Caller, id: string, page: V1Page): Promise<V1Progress> {
    const { limit, after } = placeOf(page, 'seat');
    return this.reading.readOf(caller, id, 'progress', async (tx) =>
      progressOf(await this.progress.matrices(tx, id), Number(after[0] ?? 0), limit),
    );
  }

  circles(caller: Caller, id: string, page: V1Page): Promise<V1Circles> {
    const { limit, after } = placeOf(page, 'id');
    return this.reading.readOf(caller, id, 'circles', async (tx) => {
      const found = await tx.manager.query<V1Circle[]>(CIRCLES, [id, after[0], limit + 1]);
      const { rows, ...more } = cut(found, limit, (circle) => [circle.id]);
      return { circles: rows, ...more };
    });
  }

  certificates(caller: Caller, id: string, page: V1Page): Promise<V1Certificates> {
    const { limit, after } = placeOf(page, 'seat');
    return this.reading.readOf(caller, id, 'certificates', async (tx) =>
      certificatesOf(await this.progress.certificates(tx, id), Number(after[0] ?? 0), limit),
    );
  }

  report(caller: Caller, id: string): Promise<V1Report> {
    return this.reading.readOf(caller, id, 'report', async (tx) =>
      reportOf(await this.progress.report(tx, id)),
    );
  }
}
