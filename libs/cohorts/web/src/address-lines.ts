/** A person as one line of the list names them. */
export interface AddressLine {
  line: number;
  email: string;
  name: string;
  municipality: string;
  occupation: string;
}
export type LineFault = 'missing' | 'ending' | 'twice' | 'member';
export interface FaultyLine {
  line: number;
  text: string;
  fault: LineFault;
}

const ADDRESS = /[^\s<>,;"()]+@[^\s<>,;"()]*/;
const WHOLE = /^[^@]+@[^@.]+(\.[^@.]+)+$/;

/**
 * Reads what somebody pasted: one person a line as `name <address>`, as cells of a table (`address, name, municipality,
 * occupation`), or several bare addresses on a line. A person without a name is called after the address.
 */
export function readLines(
  text: string,
  members: readonly string[] = [],
): { good: AddressLine[]; bad: FaultyLine[] } {
  const good: AddressLine[] = [];
  const bad: FaultyLine[] = [];
  const seen = new Set<string>();
  const known = new Set(members.map((email) => email.toLowerCase()));
  for (const { part, line } of parts(text)) {
    const email = ADDRESS.exec(part)?.[0]?.replace(/[.>]+$/, '') ?? '';
    const fault = faultOf(email.toLowerCase(), seen, known);
    seen.add(email.toLowerCase());
    if (fault) bad.push({ line, text: email || part, fault });
    else good.push({ line, email, ...personIn(part, email) });
  }
  return { good, bad };
}

function parts(text: string): { part: string; line: number }[] {
  return text.split(/\r?\n/).flatMap((whole, index) => {
    const several = (whole.match(/@/g) ?? []).length > 1;
    const pieces = several ? whole.split(/[,;\t]|\s+(?=[^\s]+@)/) : [whole];
    return pieces.map((piece) => ({ part: piece.trim(), line: index + 1 })).filter(({ part }) => part !== '');
  });
}

function faultOf(email: string, seen: Set<string>, known: Set<string>): LineFault | undefined {
  if (!email) return 'missing';
  if (!WHOLE.test(email)) return 'ending';
  if (seen.has(email)) return 'twice';
  return known.has(email) ? 'member' : undefined;
}

function personIn(part: string, email: string): Pick<AddressLine, 'name' | 'municipality' | 'occupation'> {
  const cells = part
    .replace(email, ',')
    .split(/[,;\t<>"]/)
    .map((cell) => cell.trim())
    .filter(Boolean);
  const [name = nameFrom(email), municipality = '', occupation = ''] = cells;
  return { name, municipality, occupation };
}

/** mari.allik@… is Mari Allik until somebody says otherwise. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toLocaleUpperCase('et') + word.slice(1)).join(' ');
}
