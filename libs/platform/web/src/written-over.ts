import { type Signal, type WritableSignal, computed, effect, linkedSignal, untracked } from '@angular/core';

/** What is kept of a thing, as it was read. */
interface Kept {
  id: string;
  revision?: number;
}

export const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A form's words over what is kept. Another thing begins it anew; news of the same thing comes in only while nobody has written.
 * After that the words stay under the hands, with what they began from: saving finds out what was changed meanwhile.
 */
export function writtenOver<T extends Kept, F>(
  kept: Signal<T | undefined>,
  fieldsOf: (kept: T | undefined) => F,
): { base: WritableSignal<T | undefined>; fields: WritableSignal<F> } {
  // A source that is a bare function would be asked, and the words set back, whenever the thing is read again.
  const of = computed(() => kept()?.id);
  const base = linkedSignal<unknown, T | undefined>({ source: of, computation: () => untracked(kept) });
  const fields = linkedSignal<unknown, F>({
    source: of,
    computation: () => untracked(() => fieldsOf(kept())),
  });
  effect(() => {
    const now = kept();
    untracked(() => {
      const before = base();
      if (!now || before?.id !== now.id || (now.revision ?? 0) <= (before.revision ?? 0)) return;
      if (!alike(fields(), fieldsOf(before))) return;
      base.set(now);
      fields.set(fieldsOf(now));
    });
  });
  return { base, fields };
}
