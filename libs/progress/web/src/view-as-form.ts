import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ModuleView } from '@opiring/contract/curriculum';
import type { Day } from '@opiring/contract/text';
import type { ViewedState } from '@opiring/contract/view-as';
import { Field } from '@opiring/platform/ui';
import { Dates, LocalPipe } from '@opiring/platform/web';

/** What one invents about a leader who is nobody. */
export interface Invented {
  day: Day;
  missed: readonly string[];
  doneUntil: Day | null;
  done: readonly string[];
  paused: boolean;
}

/** Three of whom one thinks first, and every fact by itself. */
@Component({
  selector: 'op-view-as-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, LocalPipe, TranslocoPipe],
  templateUrl: './view-as-form.html',
  styleUrl: './view-as-form.css',
})
export class ViewAsForm {
  protected readonly dates = inject(Dates);
  readonly meetings = input.required<readonly MeetingView[]>();
  readonly modules = input.required<readonly ModuleView[]>();
  readonly published = input(true);
  readonly of = model.required<ViewedState>();
  readonly asked = model.required<Invented>();
  protected readonly states = ['draft', 'published'] as const;
  protected readonly ways = ['nothing', 'until', 'chosen'] as const;
  protected readonly way = computed(() => {
    const { doneUntil, done } = this.asked();
    if (doneUntil !== null) return 'until';
    return done.length > 0 || this.choosing() ? 'chosen' : 'nothing';
  });
  private readonly choosing = signal(false);

  protected say(change: Partial<Invented>): void {
    this.asked.update((asked) => ({ ...asked, ...change }));
  }

  protected setWay(way: string): void {
    this.choosing.set(way === 'chosen');
    this.say({ done: [], doneUntil: way === 'until' ? this.asked().day : null });
  }

  protected toggle(which: 'missed' | 'done', id: string, on: boolean): void {
    const kept = this.asked()[which].filter((known) => known !== id);
    this.say({ [which]: on ? [...kept, id] : kept });
  }

  /** Nothing done, nothing missed. */
  protected newcomer(): void {
    this.choosing.set(false);
    this.say({ day: this.dates.today(), missed: [], done: [], doneUntil: null, paused: false });
  }

  /** On the day after the second meeting, which was missed; all before it was done. */
  protected missedSecond(): void {
    const second = this.meetings()[1];
    if (!second) return;
    const day = nextDay(this.dates.dayOf(second.endsAt));
    this.choosing.set(false);
    this.say({
      day,
      missed: [second.id],
      done: [],
      doneUntil: this.dates.dayOf(second.startsAt),
      paused: false,
    });
  }
}

const nextDay = (day: Day): Day => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
