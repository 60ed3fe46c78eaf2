import { Injectable, computed, inject, signal } from '@angular/core';
import type { ActivityView } from '@opiring/contract/curriculum';
import { standing } from './deeds';
import { Designer } from './designer';

/** The activities chosen to do something with at once. What leaves the draft leaves the selection. */
@Injectable()
export class Selection {
  private readonly designer = inject(Designer);
  private readonly ids = signal<ReadonlySet<string>>(new Set());
  private anchor: string | undefined;
  /** Shows a box beside every line, for fingers that cannot hover. */
  readonly choosing = signal(false);
  readonly activities = computed(() => {
    const ids = this.ids();
    return ids.size === 0
      ? []
      : this.designer.modules().flatMap((module) => standing(module).filter(({ id }) => ids.has(id)));
  });
  readonly count = computed(() => this.activities().length);
  readonly active = computed(() => this.choosing() || this.count() > 0);

  has(id: string): boolean {
    return this.ids().has(id);
  }

  /** With Shift, all from the last one chosen to this one take its state. */
  toggle(activity: ActivityView, siblings: readonly ActivityView[], range: boolean): void {
    const on = !this.has(activity.id);
    const from = siblings.findIndex(({ id }) => id === this.anchor);
    const to = siblings.findIndex(({ id }) => id === activity.id);
    const touched =
      range && from >= 0 ? siblings.slice(Math.min(from, to), Math.max(from, to) + 1) : [activity];
    this.set(touched, on);
    this.anchor = activity.id;
  }

  set(activities: readonly ActivityView[], on: boolean): void {
    const ids = new Set(this.ids());
    for (const { id } of activities) {
      if (on) ids.add(id);
      else ids.delete(id);
    }
    this.ids.set(ids);
  }

  clear(): void {
    this.ids.set(new Set());
    this.choosing.set(false);
    this.anchor = undefined;
  }
}
