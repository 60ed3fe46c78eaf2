import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ImportProgramme, ProgrammeImportView } from '@opiring/contract/programme-file';
import { type Caller, Files, type Tx, Work } from '@opiring/platform/api';
import { type Programme, readAny, unpack, writeCartridge, writeProgramme, zip } from './archive';
import { bytesOf, keepFiles, type KeptFiles } from './materials/archive-materials';
import { REGISTER_FILES } from './materials/materials.queries';
import { DraftNotEmpty } from './curriculum.errors';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { LOCK } from './draft.queries';
import { type FileDraft, filePaths, programmeOf, rulesOf } from './programme-file';
import {
  DRAFT_FOR_FILE,
  OPEN_ACTIVITIES,
  OPEN_MODULES,
  RETIRE_ACTIVITIES,
  RETIRE_MODULES,
  TAKE_ACTIVITIES,
  TAKE_MODULES,
} from './programme-file.queries';
import { fit, type Intake } from './programme-intake';
import { rulesIn } from './programme-report';
import { allow } from './roles';

/** The draft as a file, and a file as the draft. */
@Injectable()
export class ProgrammeFileService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly files: Files,
  ) {}

  async write(caller: Caller, cohortId: string, as: 'archive' | 'cartridge'): Promise<Buffer> {
    const [programme, language, paths] = await this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canSeeDraft);
      const { language: spoken } = await this.directory.cohort(tx, cohortId);
      const draft = await this.draft(tx, cohortId);
      return [programmeOf(draft, await this.meetings(tx, cohortId)), spoken, filePaths(draft)] as const;
    });
    if (paths.length > 0) programme.files = await bytesOf(this.files, paths);
    return zip(as === 'archive' ? writeProgramme(programme) : writeCartridge(programme, language));
  }

  /** Takes all of it in, or nothing. The archive is opened only for those who may, and outside of any transaction. */
  async take(
    caller: Caller,
    cohortId: string,
    body: unknown,
    { check, replace }: ImportProgramme,
  ): Promise<ProgrammeImportView> {
    const language = await this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canEditCurriculum);
      return (await this.directory.cohort(tx, cohortId)).language;
    });
    const files = await unpack(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    const read = await readAny(files, language);
    const { programme, adapted } = read;
    const { kept, leftOut } = await keepFiles(this.files, read);
    const intake = await this.work.write(caller, async (tx) => {
      allow(tx, cohortId, canEditCurriculum);
      await tx.manager.query(LOCK, [cohortId]);
      return this.put(tx, cohortId, programme, { check, replace, kept });
    });
    return {
      applied: !check,
      modules: intake.modules.length,
      activities: intake.activities.length,
      ...intake.counts,
      adapted: [...adapted, ...intake.adapted],
      leftOut: [...read.leftOut, ...leftOut],
      ...rulesIn(programme, language),
    };
  }

  private async put(
    tx: Tx,
    cohortId: string,
    programme: Programme,
    { check, replace, kept }: { check: string | undefined; replace: string | undefined; kept: KeptFiles },
  ): Promise<Intake> {
    const draft = await this.draft(tx, cohortId);
    const { language } = await this.directory.cohort(tx, cohortId);
    const meetings = await this.meetings(tx, cohortId);
    const intake = fit(programme, draft, meetings, { language, files: kept });
    if (check) return intake;
    if (draft.modules.length > 0 && !replace) throw new DraftNotEmpty();
    await tx.manager.query(RETIRE_MODULES, [cohortId, intake.retired.modules, tx.now]);
    await tx.manager.query(RETIRE_ACTIVITIES, [cohortId, intake.retired.activities, tx.now]);
    await tx.manager.query(TAKE_MODULES, [cohortId, JSON.stringify(intake.modules)]);
    await tx.manager.query(TAKE_ACTIVITIES, [cohortId, JSON.stringify(intake.activities)]);
    // A rule may name what has its id only now.
    const rules = rulesOf(programme, await this.draft(tx, cohortId), meetings);
    await tx.manager.query(OPEN_MODULES, [cohortId, JSON.stringify(rules.modules)]);
    await tx.manager.query(OPEN_ACTIVITIES, [cohortId, JSON.stringify(rules.activities)]);
    if (kept.size > 0) await tx.manager.query(REGISTER_FILES, [cohortId]);
    return intake;
  }

  private async draft(tx: Tx, cohortId: string): Promise<FileDraft> {
    const [row] = await tx.manager.query<FileDraft[]>(DRAFT_FOR_FILE, [cohortId]);
    return row ?? { modules: [], questions: [], title: null };
  }

  private async meetings(tx: Tx, cohortId: string): Promise<string[]> {
    return (await this.directory.meetings(tx, cohortId)).map(({ id }) => id);
  }
}
