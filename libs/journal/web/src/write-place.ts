import { Location } from '@angular/common';
import { effect, inject } from '@angular/core';
import type { Autosave } from './autosave';

/** The address of what is being written: its name on this device first, then the server's; a reload finds it by either. */
export function keepPlace(autosave: Autosave): void {
  const location = inject(Location);
  effect(() => {
    const [draft, { is }] = [autosave.draft(), autosave.state()];
    const begun = draft?.key === 'new:' && (is === 'saving' || is === 'device');
    if (begun) location.replaceState(`/kirjuta/${draft.once}`);
  });
  autosave.whenCreated((entry) => location.replaceState(`/kirjuta/${entry.id}`));
}
