import type { Problem } from './problem';

/** Field messages of a refused form by field name, in the codes our words have (`problem.field.<name>` or the server's own). */
export type FieldMessages = Readonly<Record<string, string>>;

/**
 * Sorts a problem into the form: the first message of each field the form has, and whether anything is left over
 * that belongs above the form. The first field at fault gets the focus.
 */
export function placeFieldMessages(
  problem: Problem,
  names: readonly string[],
  form?: HTMLElement,
): { fields: FieldMessages; rest: boolean } {
  const fields: Record<string, string> = {};
  for (const [path, messages] of Object.entries(problem.fields)) {
    const name = names.find((known) => path === known || path.startsWith(`${known}.`));
    if (name && !fields[name] && messages[0]) fields[name] = messages[0];
  }
  const first = names.find((name) => fields[name]);
  if (form && first) form.querySelector<HTMLElement>(`[name="${first}"], #${first}`)?.focus();
  return { fields, rest: first === undefined };
}
