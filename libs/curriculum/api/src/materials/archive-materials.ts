import type { FileRefusal, MaterialView } from '@opiring/contract/materials';
import { LARGEST_FILE } from '@opiring/contract/materials.values';
import type { ImportNote } from '@opiring/contract/programme-file';
import { inLanguage } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { DomainError, FileRefused, type Files, type KeptFile } from '@opiring/platform/api';
import {
  ArchiveRefused,
  filesOf,
  materialPath,
  type ProgrammeActivity,
  type ProgrammeMaterial,
  type ReadProgramme,
} from '../archive';
import { onceIn } from '../archive/materials';

const LONGEST_NOTE = 300;
const MOST_OUT = 200 * 1024 * 1024;
/** The files of an archive as they are kept, by their paths in it. */
export type KeptFiles = ReadonlyMap<string, KeptFile>;

class ArchiveTooLarge extends DomainError {
  constructor() {
    super('archive-too-large', 409, 'The files together are more than 200 MB: take them along one by one.');
  }
}

/**
 * Looks at each file as at one sent by itself. One that is not taken refuses the archive, with its place; one of another system's
 * course, where nobody promised what there is, stays behind with the reason.
 */
export async function keepFiles(
  files: Files,
  { programme, found }: Pick<ReadProgramme, 'programme' | 'found'>,
): Promise<{ kept: KeptFiles; leftOut: ImportNote[] }> {
  const kept = new Map<string, KeptFile>();
  const leftOut: ImportNote[] = [];
  const problems: [string, string][] = [];
  for (const [path, bytes] of filesOf(programme)) {
    try {
      kept.set(path, await files.receiveBytes(path, bytes, { most: LARGEST_FILE }));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const what = found?.get(path);
      if (what === undefined) problems.push([path, error.detail]);
      else leftOut.push({ what: what.slice(0, LONGEST_NOTE), why: error.code as FileRefusal });
    }
  }
  if (problems.length > 0) throw new ArchiveRefused(problems);
  return { kept, leftOut };
}

/** A file's materials as the draft has them: what was there already keeps its id. */
export function materialsFrom(
  { id, materials = [] }: Pick<ProgrammeActivity, 'id' | 'materials'>,
  kept: KeptFiles,
  there: readonly MaterialView[],
  language: Locale,
): MaterialView[] {
  const unclaimed = [...there];
  return materials.flatMap(({ title, url, file }): MaterialView[] => {
    const bytes = file === undefined ? undefined : kept.get(materialPath(id, file));
    if (file !== undefined && !bytes) return [];
    const same = unclaimed.findIndex((one) =>
      bytes ? one.file?.hash === bytes.hash && one.file.name === bytes.name : one.url === url,
    );
    const [old] = same < 0 ? [] : unclaimed.splice(same, 1);
    const head = { id: old?.id ?? crypto.randomUUID(), title: inLanguage(title ?? {}, language) };
    if (!bytes) return [{ ...head, url: url ?? '' }];
    const { name, type, size, hash } = bytes;
    return [{ ...head, file: { name, type, size, hash } }];
  });
}

/** A draft's materials as a file tells them, with the paths at which their bytes belong: each name once in its activity. */
export function materialsInto(
  activity: string,
  materials: readonly MaterialView[],
): { told: ProgrammeMaterial[]; paths: [path: string, hash: string][] } {
  const names = new Set<string>();
  const paths: [string, string][] = [];
  const told = materials.map(({ title, url, file }): ProgrammeMaterial => {
    const head = Object.keys(title).length > 0 ? { title } : {};
    if (!file) return { ...head, ...(url && { url }) };
    const name = onceIn(names, file.name);
    paths.push([materialPath(activity, name), file.hash]);
    return { ...head, file: name };
  });
  return { told, paths };
}

/** The bytes that go along, whole. */
export async function bytesOf(
  files: Files,
  paths: readonly (readonly [path: string, hash: string])[],
): Promise<Map<string, Uint8Array>> {
  const out = new Map<string, Uint8Array>();
  let size = 0;
  for (const [path, hash] of paths) {
    const bytes = (await files.bytes(hash)) ?? new Uint8Array();
    size += bytes.length;
    if (size > MOST_OUT) throw new ArchiveTooLarge();
    out.set(path, bytes);
  }
  return out;
}
