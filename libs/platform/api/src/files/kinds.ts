/** The kinds of file that are taken, by what is in them; the first ending is the one a name gets. */
export const KINDS = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'video/mp4': ['mp4', 'm4v'],
  'text/plain': ['txt'],
  'text/markdown': ['md', 'markdown'],
} as const satisfies Record<string, readonly string[]>;
export type FileType = keyof typeof KINDS;

export const isFileType = (type: string): type is FileType => Object.hasOwn(KINDS, type);
const ENDINGS = new Map(
  Object.entries(KINDS).flatMap(([type, endings]) => endings.map((ending) => [ending as string, type])),
);

/** The ending of a name, in small letters; nothing where it has none. */
export const endingOf = (name: string): string => /\.([^.\s/\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
/** Whether files of some kind that is taken have this ending. */
export const isKnownEnding = (ending: string): boolean => ENDINGS.has(ending);

// Control characters, marks that turn the direction of text or have no width, and what file systems do not take.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}<>:"|?*/\\]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that any system can keep, with the ending of what is in the file. */
export function safeName(sent: string, type: FileType): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(UNSAFE, '').replace(/\s+/g, ' ').trim();
  const ending = endingOf(clean);
  const [first, ...more] = KINDS[type] as readonly string[];
  const stem = (isKnownEnding(ending) ? clean.slice(0, -ending.length - 1) : clean)
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100);
  const named = RESERVED.test(stem) || !stem ? `fail${stem && `-${stem}`}` : stem;
  return `${named.toWellFormed()}.${[first, ...more].includes(ending) ? ending : first}`;
}
