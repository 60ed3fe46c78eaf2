import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Files,
  type Idempotency,
  isFileType,
  type KeptFile,
  type Membership,
  NotFound,
  type Tx,
  type Upload,
  type Viewer,
  type Wanted,
  Work,
} from '@opiring/platform/api';

/** Where a file of a programme hangs, one each: on a partner, on a thing of the shelf. `V` is what its writers see afterwards. */
export interface FilePlace<V> {
  wanted: Wanted;
  canSee: (viewer: Viewer, seats: readonly Membership[]) => boolean;
  /** $1 the slug, $2 what the address names: of a page that anybody may read; and published or not. */
  queries: { open: string; within: string; set: string };
  /** What `set` takes behind the thing and its programme; refuses what does not fit. Without a file, as many nothings. */
  columns(file: KeptFile, files: Files): Promise<unknown[]>;
  nothing: null[];
  /** What of the file makes two requests with one key the same. */
  same(file: KeptFile): string;
  /** For who may change it; held, nobody else changes it meanwhile. */
  find(tx: Tx, slug: string, id: string, hold: boolean): Promise<{ programme: string; has: boolean }>;
  view(tx: Tx, slug: string): Promise<V>;
}
export interface FileRow {
  hash: string;
  size: number;
  type: string;
  name: string;
  cohorts: string[];
}

/** Files that go with what they belong to: brought by who writes it, there for whoever sees it. */
@Injectable()
export class ProgrammeFiles {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
  ) {}

  /** Who may is asked before a byte is read and again when the file is there. It takes the place of the one before. */
  async bring<V>(
    place: FilePlace<V>,
    caller: Caller,
    slug: string,
    id: string,
    upload: Upload,
    once: Idempotency | undefined,
  ): Promise<V> {
    await this.work.read(caller, async (tx) => void (await place.find(tx, slug, id, false)));
    const file = await this.files.receive(await upload.file(place.wanted.most), place.wanted);
    const columns = await place.columns(file, this.files);
    const hash = createHash('sha256')
      .update(`${id} ${place.same(file)}`)
      .digest();
    const put = async (tx: Tx): Promise<string> => {
      const { programme } = await place.find(tx, slug, id, true);
      await tx.manager.query(place.queries.set, [id, programme, ...columns]);
      return id;
    };
    return this.work.once(caller, once && { ...once, hash }, put, (tx) => place.view(tx, slug));
  }

  remove<V>(place: FilePlace<V>, caller: Caller, slug: string, id: string): Promise<V> {
    return this.work.write(caller, async (tx) => {
      const { programme, has } = await place.find(tx, slug, id, true);
      if (has) await tx.manager.query(place.queries.set, [id, programme, ...place.nothing]);
      return place.view(tx, slug);
    });
  }

  /** With the page, to everybody; without it, to nobody. */
  shown({ queries }: FilePlace<unknown>, slug: string, named: string): Promise<KeptFile> {
    return this.work.open(async ({ manager }) => fileOf(await manager.query(queries.open, [slug, named])));
  }

  /** To who belongs to the programme, published or not. */
  within(
    { queries, canSee }: FilePlace<unknown>,
    caller: Caller,
    slug: string,
    named: string,
  ): Promise<KeptFile> {
    return this.work.read(caller, async ({ manager, viewer }) => {
      const rows = await manager.query<FileRow[]>(queries.within, [slug, named]);
      const seats = rows.flatMap(({ cohorts }) => cohorts.flatMap((cohort) => viewer.inCohort(cohort)));
      if (!canSee(viewer, seats)) throw new NotFound();
      return fileOf(rows);
    });
  }
}

function fileOf([row]: FileRow[]): KeptFile {
  if (!row || !isFileType(row.type)) throw new NotFound();
  const { hash, size, type, name } = row;
  return { hash, size, type, name };
}
