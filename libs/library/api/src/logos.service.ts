import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PageView } from '@opiring/contract/library';
import { LARGEST_LOGO, LOGO_SIDE } from '@opiring/contract/logos.values';
import {
  type Caller,
  FileRefused,
  Files,
  type Idempotency,
  isFileType,
  type KeptFile,
  NotFound,
  type Picture,
  pictureOf,
  type Tx,
  type Upload,
  Work,
} from '@opiring/platform/api';
import { canSeePartners } from './library.policy';
import { LogoExtent, LogoMoves } from './logos.errors';
import { HOLD_PAGE } from './page.queries';
import { findPage, type PageFound, pageView } from './page.store';
import { LOGO_WITHIN, type LogoRow, PUBLIC_LOGO, SET_LOGO } from './partner.queries';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** Logos of those who stand behind a programme: brought by who writes its page, shown with it. */
@Injectable()
export class LogosService {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
  ) {}

  /** Who may is asked before a byte is read and again when the picture is there. It takes the place of the one before. */
  async bring(
    caller: Caller,
    slug: string,
    partnerId: string,
    upload: Upload,
    once: Idempotency | undefined,
  ): Promise<PageView> {
    await this.work.read(caller, async (tx) => void (await this.find(tx, slug, partnerId)));
    const file = await this.files.receive(await upload.file(LARGEST_LOGO), {
      most: LARGEST_LOGO,
      types: TYPES,
    });
    const { width, height, printable } = await this.look(file);
    const key = once && { ...once, hash: createHash('sha256').update(`${partnerId} ${file.hash}`).digest() };
    const put = async (tx: Tx): Promise<string> => {
      await tx.manager.query(HOLD_PAGE, [slug]);
      const { id } = await this.find(tx, slug, partnerId);
      await tx.manager.query(SET_LOGO, [partnerId, id, file.hash, width, height, printable]);
      return id;
    };
    return this.work.once(caller, key, put, async (tx) => pageView(tx, await findPage(tx, slug)));
  }

  remove(caller: Caller, slug: string, partnerId: string): Promise<PageView> {
    return this.work.write(caller, async (tx) => {
      await tx.manager.query(HOLD_PAGE, [slug]);
      const { id, partners } = await this.find(tx, slug, partnerId);
      if (partners.some((partner) => partner.id === partnerId && partner.logo))
        await tx.manager.query(SET_LOGO, [partnerId, id, null, null, null, null]);
      return pageView(tx, await findPage(tx, slug));
    });
  }

  /** With the page, to everybody; without it, to nobody. */
  shown(slug: string, hash: string): Promise<KeptFile> {
    return this.work.open(async ({ manager }) => fileOf(await manager.query(PUBLIC_LOGO, [slug, hash])));
  }

  /** To who belongs to the programme, published or not. */
  within(caller: Caller, slug: string, hash: string): Promise<KeptFile> {
    return this.work.read(caller, async ({ manager, viewer }) => {
      const rows = await manager.query<LogoRow[]>(LOGO_WITHIN, [slug, hash]);
      const seats = rows.flatMap(({ cohorts }) => cohorts.flatMap((id) => viewer.inCohort(id)));
      if (!canSeePartners(viewer, seats)) throw new NotFound();
      return fileOf(rows);
    });
  }

  private async look({ hash }: KeptFile): Promise<Picture> {
    const picture = pictureOf((await this.files.bytes(hash)) ?? Buffer.alloc(0));
    if (!picture) throw new FileRefused('file-broken');
    const sides = [picture.width, picture.height];
    if (sides.some((side) => side < LOGO_SIDE.least || side > LOGO_SIDE.most)) throw new LogoExtent();
    if (picture.moves) throw new LogoMoves();
    return picture;
  }

  private async find(tx: Tx, slug: string, partnerId: string): Promise<PageFound> {
    const page = await findPage(tx, slug);
    if (!page.partners.some(({ id }) => id === partnerId)) throw new NotFound();
    return page;
  }
}

function fileOf([row]: LogoRow[]): KeptFile {
  if (!row || !isFileType(row.type)) throw new NotFound();
  const { hash, size, type, name } = row;
  return { hash, size, type, name };
}
