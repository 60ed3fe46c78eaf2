import type { ImportReason } from '@opiring/contract/programme-file';
import { MOST_MATERIALS } from '@opiring/contract/materials.values';
import type { Locale } from '@opiring/contract/values';
import { materialPath, onceIn, type ProgrammeMaterial } from './materials';
import type { Files } from './programme';

/** In all: the same bytes may stand in many places of a course, and each is looked at. */
const MOST = { files: 500, bytes: 128 * 1024 * 1024 };
const LONGEST = { stem: 90, title: 300 };

/** A file of another system's activity, by the name it has there, folders and all; without bytes where they did not come along. */
export interface FoundFile {
  name: string;
  bytes: Uint8Array | undefined;
  /** What people call it, where that is not the name. */
  title?: string;
}

/** The files of another system's course, under names that any system can keep; what each is, is looked at when they are kept. */
export class FoundFiles {
  readonly files: Files = new Map();
  /** How the report names the file at a path. */
  readonly named = new Map<string, string>();
  private bytes = 0;

  constructor(
    private readonly language: Locale,
    private readonly leave: (what: string, why: ImportReason) => void,
  ) {}

  /** The materials that an activity's files become, after those it has. */
  of(
    activity: { id: string; title: string; has: readonly ProgrammeMaterial[] },
    found: readonly FoundFile[],
  ): ProgrammeMaterial[] {
    const names = new Set(activity.has.flatMap(({ file }) => file?.toLowerCase() ?? []));
    const taken = new Map<string, Uint8Array>();
    const materials: ProgrammeMaterial[] = [];
    for (const { name, bytes, title = visible(name) } of found) {
      const what = `${activity.title}: ${name}`;
      if (bytes && taken.get(name) === bytes) continue;
      if (!bytes) this.leave(what, 'file-missing');
      else if (activity.has.length + materials.length >= MOST_MATERIALS || !this.hasRoom(bytes))
        this.leave(what, 'too-many-files');
      else {
        taken.set(name, bytes);
        const file = onceIn(names, plainName(name));
        const path = materialPath(activity.id, file);
        this.files.set(path, bytes);
        this.named.set(path, what);
        const said = title.replace(/\s+/g, ' ').trim().slice(0, LONGEST.title);
        materials.push({ ...(said && said !== file && { title: { [this.language]: said } }), file });
      }
    }
    return materials;
  }

  private hasRoom({ length }: Uint8Array): boolean {
    const fits = this.files.size < MOST.files && this.bytes + length <= MOST.bytes;
    if (fits) this.bytes += length;
    return fits;
  }
}

// Control characters and marks that turn the direction of text or have no width.
const visible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The last part of a path as a name; what the ending should be is told by the content, later. */
function plainName(path: string): string {
  const last = visible(path.split(/[/\\]/).at(-1) ?? '').replace(/[<>:"|?*]/g, '');
  const [, stem = last, ending = ''] = /^(.+)(\.[^.\s]{1,10})$/.exec(last) ?? [];
  const short = stem
    .replace(/^[.\s]+/, '')
    .slice(0, LONGEST.stem)
    .toWellFormed()
    .trim();
  return `${short || 'fail'}${ending}`;
}
