import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LARGEST_FILE } from '@opiring/contract/materials.values';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import {
  type Caller,
  Files,
  type Idempotency,
  isFileType,
  type KeptFile,
  NotFound,
  type Tx,
  type Upload,
  Work,
} from '@opiring/platform/api';
import { canSeeShelf } from './library.policy';
import { FILE_WITHIN, PUBLIC_FILE, type ResourceFileRow, SET_FILE } from './resource.queries';
import { shelfDraft } from './shelf.store';

/** Files of what stands on the shelf, one each: there for whoever sees the thing itself. */
@Injectable()
export class ResourceFilesService {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
  ) {}

  /** Who may is asked before a byte is read and again when the file is there. It takes the place of the one before. */
  async bring(
    caller: Caller,
    slug: string,
    id: string,
    upload: Upload,
    once: Idempotency | undefined,
  ): Promise<ShelfDraftView> {
    await this.work.read(caller, async (tx) => void (await this.find(tx, slug, id)));
    const file = await this.files.receive(await upload.file(LARGEST_FILE), { most: LARGEST_FILE });
    const sum = createHash('sha256').update(`${id} ${file.hash} ${file.name}`).digest();
    const put = async (tx: Tx): Promise<string> => {
      const programme = await this.find(tx, slug, id, true);
      await tx.manager.query(SET_FILE, [id, programme.id, file.hash, file.name]);
      return id;
    };
    return this.work.once(
      caller,
      once && { ...once, hash: sum },
      put,
      async (tx) => (await shelfDraft(tx, slug)).view,
    );
  }

  remove(caller: Caller, slug: string, id: string): Promise<ShelfDraftView> {
    return this.work.write(caller, async (tx) => {
      const programme = await this.find(tx, slug, id, true);
      if (programme.has) await tx.manager.query(SET_FILE, [id, programme.id, null, null]);
      return (await shelfDraft(tx, slug)).view;
    });
  }

  /** With the page, to everybody; without it, to nobody. */
  shown(slug: string, id: string): Promise<KeptFile> {
    return this.work.open(async ({ manager }) => fileOf(await manager.query(PUBLIC_FILE, [slug, id])));
  }

  /** To who belongs to the programme, published or not. */
  within(caller: Caller, slug: string, id: string): Promise<KeptFile> {
    return this.work.read(caller, async ({ manager, viewer }) => {
      const rows = await manager.query<ResourceFileRow[]>(FILE_WITHIN, [slug, id]);
      const seats = rows.flatMap(({ cohorts }) => cohorts.flatMap((cohort) => viewer.inCohort(cohort)));
      if (!canSeeShelf(viewer, seats)) throw new NotFound();
      return fileOf(rows);
    });
  }

  private async find(tx: Tx, slug: string, id: string, hold = false): Promise<{ id: string; has: boolean }> {
    const { id: programme, view } = await shelfDraft(tx, slug, hold);
    const resource = view.resources.find((one) => one.id === id);
    if (!resource) throw new NotFound();
    return { id: programme, has: resource.file !== null };
  }
}

function fileOf([row]: ResourceFileRow[]): KeptFile {
  if (!row || !isFileType(row.type)) throw new NotFound();
  const { hash, size, type, name } = row;
  return { hash, size, type, name };
}
