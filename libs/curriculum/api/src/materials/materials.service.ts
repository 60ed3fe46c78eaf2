import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ActivityView } from '@opiring/contract/curriculum';
import type { MaterialFile, MaterialView, PutMaterials } from '@opiring/contract/materials';
import { LARGEST_FILE, MOST_MATERIALS } from '@opiring/contract/materials.values';
import { inLanguage } from '@opiring/contract/text';
import {
  type Caller,
  Files,
  type Idempotency,
  type KeptFile,
  NotFound,
  Stale,
  type Tx,
  type Upload,
  Work,
} from '@opiring/platform/api';
import { Activity } from '../activity.entity';
import { Retired } from '../curriculum.errors';
import { canEditCurriculum, canSeeDraft } from '../curriculum.policy';
import { LOCK } from '../draft.queries';
import { allow } from '../roles';
import { TooManyMaterials, UnknownMaterial } from './materials.errors';
import { ADD_FILE, FILES_OF_COHORT, SET_MATERIALS } from './materials.queries';

/** Links and files of the draft's activities. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly files: Files,
  ) {}

  /** Who may is asked before a byte is read and again when the file is there; no transaction waits for a slow line. */
  async add(
    caller: Caller,
    id: string,
    upload: Upload,
    once: Idempotency | undefined,
  ): Promise<ActivityView> {
    await this.work.read(caller, async (tx) => void (await this.find(tx, id)));
    const file = await this.files.receive(await upload.file(LARGEST_FILE), { most: LARGEST_FILE });
    const key = once && { ...once, hash: sumOf(file) };
    return this.work.once(
      caller,
      key,
      async (tx) => {
        const activity = await this.hold(tx, id);
        if (activity.materials.length >= MOST_MATERIALS) throw new TooManyMaterials();
        await this.set(tx, activity, [
          ...activity.materials,
          await keepMaterial(tx, activity.cohortId, file),
        ]);
        return id;
      },
      (tx) => this.view(tx, id),
    );
  }

  /** All of them in order. What is left out is gone from the draft; editions keep what they show. */
  put(caller: Caller, id: string, revision: number, sent: PutMaterials): Promise<ActivityView> {
    return this.work.write(caller, async (tx) => {
      const activity = await this.hold(tx, id);
      if (activity.revision !== revision) throw new Stale(activity.view());
      await this.set(tx, activity, await this.fit(tx, activity, sent));
      return this.view(tx, id);
    });
  }

  private async fit(tx: Tx, activity: Activity, { materials }: PutMaterials): Promise<MaterialView[]> {
    const { cohortId } = activity;
    const { language } = await this.directory.cohort(tx, cohortId);
    const ids = materials.flatMap(({ id }) => (id ? [id.toLowerCase()] : []));
    const brought = await tx.manager.query<(MaterialFile & { id: string })[]>(FILES_OF_COHORT, [
      cohortId,
      ids,
    ]);
    const known = new Map<string, MaterialView>([
      ...brought.map(({ id, ...file }): [string, MaterialView] => [id, { id, title: {}, file }]),
      ...activity.materials.map((there): [string, MaterialView] => [there.id, there]),
    ]);
    const taken = new Set<string>();
    return materials.map(({ id: told, title, url }, at): MaterialView => {
      const id = told?.toLowerCase();
      const there = id === undefined ? undefined : known.get(id);
      const named = title === undefined ? (there?.title ?? {}) : inLanguage(title, language);
      if (id !== undefined && taken.has(id)) throw new UnknownMaterial(at);
      if (id !== undefined) taken.add(id);
      if (there?.file && !url) return { id: there.id, title: named, file: there.file };
      const link = url ?? there?.url;
      // A link that was taken away and is put back by undo brings its own id and address along.
      if (!link || there?.file) throw new UnknownMaterial(at);
      return { id: there?.id ?? id ?? crypto.randomUUID(), title: named, url: link };
    });
  }

  private async set(tx: Tx, activity: Activity, materials: MaterialView[]): Promise<void> {
    await tx.manager.query(SET_MATERIALS, [activity.id, JSON.stringify(materials)]);
  }

  private async find(tx: Tx, id: string): Promise<Activity> {
    const activity = await tx.manager.findOneBy(Activity, { id });
    if (!activity) throw new NotFound();
    allow(tx, activity.cohortId, canEditCurriculum);
    if (activity.retiredAt) throw new Retired();
    return activity;
  }

  /** The activity with its cohort's draft locked before it is read. */
  private async hold(tx: Tx, id: string): Promise<Activity> {
    const { cohortId } = await this.find(tx, id);
    await tx.manager.query(LOCK, [cohortId]);
    return this.find(tx, id);
  }

  private async view(tx: Tx, id: string): Promise<ActivityView> {
    const activity = await tx.manager.findOneByOrFail(Activity, { id });
    allow(tx, activity.cohortId, canSeeDraft);
    return activity.view();
  }
}

/** Writes down that the file belongs to the cohort, and gives it as a material without a title. */
export async function keepMaterial(
  tx: Pick<Tx, 'manager'>,
  cohortId: string,
  { hash, size, type, name }: KeptFile,
): Promise<MaterialView> {
  const [row] = await tx.manager.query<{ id: string }[]>(ADD_FILE, [cohortId, hash, name]);
  return { id: row?.id ?? '', title: {}, file: { name, type, size, hash } };
}

/** One key stands for one file: the multipart around it is new each time. */
const sumOf = ({ hash, name }: KeptFile): Buffer => createHash('sha256').update(`${hash} ${name}`).digest();
