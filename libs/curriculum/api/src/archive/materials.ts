import type { LocalText } from '@opiring/contract/text';
import { LOCALES } from '@opiring/contract/values';
import type { Files, Programme } from './programme';
import type { PlaceOf, Structure } from './structure';

/** A link or a file of an activity; the file is in the archive at `materials/<activity>/<file>`. */
export interface ProgrammeMaterial {
  title?: LocalText;
  url?: string;
  file?: string;
}

export const materialPath = (activity: string, file: string): string => `materials/${activity}/${file}`;

/** As it stands in `programme.yaml`: keys and languages in one order. */
export const materialsInOrder = (materials: readonly ProgrammeMaterial[]): ProgrammeMaterial[] =>
  materials.map(({ title, url, file }) => ({
    ...(title && { title: Object.fromEntries(LOCALES.flatMap((l) => (title[l] ? [[l, title[l]]] : []))) }),
    ...(url && { url }),
    ...(file && { file }),
  }));

/** The files that the activities name, taken out of those still unread; what is named must be there. */
export function takeMaterials(
  { modules }: Structure,
  files: Files,
  placeOf: PlaceOf,
): { files: Files; problems: [place: string, words: string][] } {
  const taken: Files = new Map();
  const problems: [string, string][] = [];
  modules.forEach(({ activities }, m) =>
    activities.forEach(({ id, materials = [] }, a) =>
      materials.forEach(({ url, file }, i) => {
        const at = placeOf(`/modules/${m}/activities/${a}/materials/${i}`);
        if ((url === undefined) === (file === undefined)) return problems.push([at, 'is a link or a file']);
        if (file === undefined) return 0;
        const path = materialPath(id, file);
        const bytes = files.get(path);
        if (taken.has(path)) return problems.push([at, `names a file twice: “${file}”`]);
        if (!bytes) return problems.push([at, `names a file that is not in the archive: ${path}`]);
        files.delete(path);
        taken.set(path, bytes);
        return 0;
      }),
    ),
  );
  return { files: taken, problems };
}

/** What the archive holds of files, each at its path. */
export const filesOf = ({ files }: Pick<Programme, 'files'>): [string, Uint8Array][] => [
  ...(files ?? new Map<string, Uint8Array>()),
];

/** A name that is not yet among `names`, in whatever letters, and is from now on. */
export function onceIn(names: Set<string>, wanted: string): string {
  const [, stem = wanted, ending = ''] = /^(.*)(\.[^.]+)$/.exec(wanted) ?? [];
  let name = wanted;
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${stem} ${n}${ending}`;
  names.add(name.toLowerCase());
  return name;
}
