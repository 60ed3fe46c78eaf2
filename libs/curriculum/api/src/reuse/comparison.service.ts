import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ComparedIntake, ComparisonView } from '@opiring/contract/reuse';
import { type Caller, type Tx, Work } from '@opiring/platform/api';
import { OtherProgramme } from '../curriculum.errors';
import { canSeeDraft } from '../curriculum.policy';
import { allow } from '../roles';
import { changesBetween, type Intake, meetingsBetween } from './compare-intakes';
import { namesOf } from './rule-names';
import { INTAKE } from './comparison.queries';

interface Found extends Intake {
  programmeId: string;
  intake: ComparedIntake;
}

/** Two intakes of one programme beside each other, for who may see the drafts of both. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  read(caller: Caller, cohortId: string, earlierId: string): Promise<ComparisonView> {
    return this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canSeeDraft);
      allow(tx, earlierId, canSeeDraft);
      const [earlier, later] = [await this.find(tx, earlierId), await this.find(tx, cohortId)];
      if (earlierId === cohortId || earlier.programmeId !== later.programmeId) throw new OtherProgramme();
      const changes = changesBetween(earlier, later);
      const gone = changes.flatMap(({ what, kind, id, before }) =>
        what === 'module' && kind === 'removed' && before ? [{ id, title: before.title }] : [],
      );
      return {
        before: earlier.intake,
        after: later.intake,
        modules: [...later.modules.map(({ id, title }) => ({ id, title })), ...gone],
        changes,
        meetings: meetingsBetween(earlier, later),
        around: namesOf(changes, [earlier, later]),
      };
    });
  }

  private async find(tx: Tx, cohortId: string): Promise<Found> {
    const { programmeId, name, startsOn, timeZone } = await this.directory.cohort(tx, cohortId);
    const [row] = await tx.manager.query<Pick<Intake, 'modules' | 'origins' | 'slugs' | 'agendas'>[]>(
      INTAKE,
      [cohortId],
    );
    const meetings = await this.directory.meetings(tx, cohortId);
    const { modules = [], origins = {}, slugs = {}, agendas = {} } = row ?? {};
    const intake = { id: cohortId, name, startsOn, timeZone };
    return { modules, origins, slugs, agendas, meetings, programmeId, startsOn, timeZone, intake };
  }
}
