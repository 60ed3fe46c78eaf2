import { DestroyRef, type Signal, inject, signal } from '@angular/core';

/** Whether the page is as narrow as a phone, where notes stand within the text. */
export function narrowScreen(): Signal<boolean> {
  const narrow = signal(false);
  // Rendering without a window (tests) knows no widths.
  if (typeof matchMedia !== 'function') return narrow;
  const query = matchMedia('(max-width: 760px)');
  const hear = () => narrow.set(query.matches);
  hear();
  query.addEventListener('change', hear);
  inject(DestroyRef).onDestroy(() => query.removeEventListener('change', hear));
  return narrow;
}
