import type { PageView } from '@opiring/contract/library';
import { LARGEST_LOGO, LOGO_SIDE } from '@opiring/contract/logos.values';
import { FileRefused, NotFound, pictureOf } from '@opiring/platform/api';
import { canSeePartners } from './library.policy';
import { LogoExtent, LogoMoves } from './logos.errors';
import { HOLD_PAGE } from './page.queries';
import { findPage, pageView } from './page.store';
import { LOGO_WITHIN, PUBLIC_LOGO, SET_LOGO } from './partner.queries';
import type { FilePlace } from './programme-files.service';

/** The logo of who stands behind a programme: named by what is in it, measured, and shown with the page. */
export const LOGO: FilePlace<PageView> = {
  wanted: { most: LARGEST_LOGO, types: ['image/png', 'image/jpeg', 'image/webp'] },
  canSee: canSeePartners,
  queries: { open: PUBLIC_LOGO, within: LOGO_WITHIN, set: SET_LOGO },
  nothing: [null, null, null, null],
  same: ({ hash }) => hash,

  async columns({ hash }, files) {
    const picture = pictureOf((await files.bytes(hash)) ?? Buffer.alloc(0));
    if (!picture) throw new FileRefused('file-broken');
    const { width, height, moves, printable } = picture;
    if ([width, height].some((side) => side < LOGO_SIDE.least || side > LOGO_SIDE.most))
      throw new LogoExtent();
    if (moves) throw new LogoMoves();
    return [hash, width, height, printable];
  },

  async find(tx, slug, id, hold) {
    if (hold) await tx.manager.query(HOLD_PAGE, [slug]);
    const page = await findPage(tx, slug);
    const partner = page.partners.find((one) => one.id === id);
    if (!partner) throw new NotFound();
    return { programme: page.id, has: partner.logo !== null };
  },

  view: async (tx, slug) => pageView(tx, await findPage(tx, slug)),
};
