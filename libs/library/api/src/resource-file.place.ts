import { LARGEST_FILE } from '@opiring/contract/materials.values';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import { NotFound } from '@opiring/platform/api';
import { canSeeShelf } from './library.policy';
import type { FilePlace } from './programme-files.service';
import { FILE_WITHIN, PUBLIC_FILE, SET_FILE } from './resource.queries';
import { shelfDraft } from './shelf.store';

/** The file of a thing on the shelf, under the name its bringer gave it. */
export const RESOURCE_FILE: FilePlace<ShelfDraftView> = {
  wanted: { most: LARGEST_FILE },
  canSee: canSeeShelf,
  queries: { open: PUBLIC_FILE, within: FILE_WITHIN, set: SET_FILE },
  nothing: [null, null],
  same: ({ hash, name }) => `${hash} ${name}`,
  columns: ({ hash, name }) => Promise.resolve([hash, name]),

  async find(tx, slug, id, hold) {
    const { id: programme, view } = await shelfDraft(tx, slug, hold);
    const resource = view.resources.find((one) => one.id === id);
    if (!resource) throw new NotFound();
    return { programme, has: resource.file !== null };
  },

  view: async (tx, slug) => (await shelfDraft(tx, slug)).view,
};
