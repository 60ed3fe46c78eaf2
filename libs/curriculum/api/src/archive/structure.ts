import { type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ArchiveRefused, refuse } from './archive-refused';
import type { ProgrammeActivity, ProgrammeModule, ProgrammeQuestion, Programme } from './programme';
import { PROGRAMME_SCHEMA } from './schema';

/** `programme.yaml` as the schema has it; the longer texts stand beside it. */
export interface Structure extends Pick<Programme, 'title'> {
  questions?: (Omit<ProgrammeQuestion, 'strand'> & Partial<ProgrammeQuestion>)[];
  modules: (Omit<ProgrammeModule, 'purpose' | 'activities' | 'alongside'> & {
    alongside?: boolean;
    activities: (Omit<ProgrammeActivity, 'instructions' | 'required'> & { required?: boolean })[];
  })[];
}
/** Says where in the file a JSON pointer leads. */
export type PlaceOf = (pointer: string) => string;

const NAME = 'programme.yaml';
const LARGEST = 2 * 1024 * 1024;

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const ajv = new Ajv2020({ allErrors: false, verbose: false });
ajv.addFormat('date', isDay);
const fits = ajv.compile<Structure>(PROGRAMME_SCHEMA);

/** Reads the structure: no aliases, no tags, no key twice, and what the schema says. */
export function readStructure(text: string): { structure: Structure; placeOf: PlaceOf } {
  if (text.length > LARGEST) throw refuse(NAME, 'is too large');
  const lines = new LineCounter();
  const { document, value } = parsed(text, lines);
  const placeOf: PlaceOf = (pointer) => {
    const path = pointer.split('/').slice(1);
    const line = lineOf(document, path, lines);
    return `${NAME}#${pointer}${line ? ` (line ${line})` : ''}`;
  };
  if (!fits(value))
    throw new ArchiveRefused(
      (fits.errors ?? []).map((error) => [placeOf(error.instancePath), wordsOf(error)]),
    );
  return { structure: value, placeOf };
}

function parsed(text: string, lines: LineCounter): { document: Document; value: unknown } {
  try {
    const document = parseDocument(text, { schema: 'core', uniqueKeys: true, lineCounter: lines });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault)
      throw refuse(`${NAME} (line ${lines.linePos(fault.pos[0]).line})`, fault.message.split('\n')[0] ?? '');
    return { document, value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw refuse(
      NAME,
      'cannot be read: it points back into itself, repeats itself by reference or is too deep',
    );
  }
}

function lineOf(document: Document, path: string[], lines: LineCounter): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const steps = path.slice(0, length).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const node = length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function wordsOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `does not know “${String(params['additionalProperty'])}”`;
  if (keyword === 'enum') return `must be one of ${(params['allowedValues'] as string[]).join(', ')}`;
  if (keyword === 'const') return `must be ${String(params['allowedValue'])}`;
  return message ?? 'is not right';
}
