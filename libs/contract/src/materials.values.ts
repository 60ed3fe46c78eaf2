/** What both sides know of files. */
export const MOST_MATERIALS = 20;
export const LARGEST_FILE = 25 * 1024 * 1024;
/** For the chooser of files; what is in them is looked at when they arrive. */
export const FILE_ENDINGS = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'png',
  'jpg',
  'jpeg',
  'webp',
  'mp3',
  'm4a',
  'ogg',
  'mp4',
  'txt',
  'md',
] as const;
