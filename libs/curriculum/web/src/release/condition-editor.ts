import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ModuleView } from '@opiring/contract/curriculum';
import type { ReleaseLeaf } from '@opiring/contract/release';
import { MOST_RELEASE_DAYS, RELEASE_LEAVES } from '@opiring/contract/release.values';
import { Dates, LocalPipe } from '@opiring/platform/web';

/** One condition of a rule in hand: of what kind it is, and what it names. */
@Component({
  selector: 'op-condition',
  imports: [LocalPipe, TranslocoPipe],
  templateUrl: './condition-editor.html',
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      padding: 0.875rem 1rem;
      background: var(--sunken);
      border-radius: var(--r-3);
    }
    label {
      display: grid;
      gap: 0.25rem;
      font-size: var(--t-15);
      min-width: 0;
    }
    .in {
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionEditor {
  protected readonly dates = inject(Dates);
  readonly leaf = input.required<ReleaseLeaf>();
  readonly of = input<string>();
  readonly modules = input.required<readonly ModuleView[]>();
  readonly meetings = input.required<readonly MeetingView[]>();
  readonly changed = output<ReleaseLeaf>();
  protected readonly most = MOST_RELEASE_DAYS;

  /** What may be waited for: nothing that is going, nor the thing itself. */
  protected readonly others = computed(() =>
    this.modules()
      .filter(({ draft }) => draft !== 'retired')
      .map((module) => ({
        ...module,
        activities: module.activities.filter(({ id, draft }) => draft !== 'retired' && id !== this.of()),
      })),
  );
  protected readonly whole = computed(() => this.others().filter(({ id }) => id !== this.of()));
  protected readonly planned = computed(() => this.meetings().filter(({ state }) => state !== 'cancelled'));
  protected readonly kinds = computed(() => {
    const there = {
      date: true,
      meeting: this.planned().length > 0,
      activity: this.others().some(({ activities }) => activities.length > 0),
      module: this.whole().length > 0,
      'plan-read': true,
    };
    return RELEASE_LEAVES.filter((kind) => there[kind] || kind === this.leaf().when);
  });
  protected readonly named = computed(() => {
    const leaf = this.leaf();
    return 'activityId' in leaf
      ? leaf.activityId
      : 'moduleId' in leaf
        ? leaf.moduleId
        : 'meetingId' in leaf
          ? leaf.meetingId
          : '';
  });

  /** Another kind of condition begins with the first thing it may name. */
  protected kind(when: string): void {
    const first = this.others().find(({ activities }) => activities.length > 0)?.activities[0];
    const leaves: Record<ReleaseLeaf['when'], ReleaseLeaf> = {
      date: { when: 'date', on: this.dates.today() },
      meeting: { when: 'meeting', meetingId: this.planned()[0]?.id ?? '', days: 0 },
      activity: { when: 'activity', activityId: first?.id ?? '' },
      module: { when: 'module', moduleId: this.whole()[0]?.id ?? '' },
      'plan-read': { when: 'plan-read' },
    };
    const leaf = leaves[when as ReleaseLeaf['when']];
    if (leaf) this.changed.emit(leaf);
  }

  /** A day half typed is no day yet. */
  protected day(on: string): void {
    if (/^\d{4}-\d{2}-\d{2}$/.test(on)) this.changed.emit({ when: 'date', on });
  }

  protected meeting(meetingId: string, days: number): void {
    const whole = Math.min(MOST_RELEASE_DAYS, Math.max(0, Math.trunc(days) || 0));
    this.changed.emit({ when: 'meeting', meetingId, days: whole });
  }
}
