import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingChangesView, MeetingThen } from '@opiring/contract/meetings';
import { Log } from '@opiring/platform/ui';
import { Dates, LocalPipe } from '@opiring/platform/web';

/** What was changed of a meeting: when, by whom, from what into what, and why. Asked for only when somebody opens it. */
@Component({
  selector: 'op-meeting-log',
  imports: [LocalPipe, Log, TranslocoPipe],
  template: `
    <op-log [heading]="'cohorts.log.title' | transloco" [name]="name()" [found]="found" [(open)]="open">
      @if (found.hasValue()) {
        <ol>
          @for (each of found.value().changes; track each.id) {
            <li>
              @for (what of each.what; track what) {
                <p>
                  <b>{{ 'cohorts.log.what.' + what | transloco }}</b>
                  @switch (what) {
                    @case ('moved') {
                      <s>{{ times(each.before) }}</s> → {{ times(each.after) }}
                    }
                    @case ('place') {
                      <s>{{ each.before.place | local }}</s> → {{ each.after.place | local }}
                    }
                    @case ('title') {
                      <s>{{ each.before.title | local }}</s> → {{ each.after.title | local }}
                    }
                  }
                </p>
              }
              @if (each.reason) {
                <p>{{ 'cohorts.log.reason' | transloco: { reason: each.reason } }}</p>
              }
              <p class="cap">{{ each.changedBy ?? '' }} · {{ dates.when(each.changedAt) }}</p>
            </li>
          } @empty {
            <li class="cap">{{ 'cohorts.log.none' | transloco }}</li>
          }
        </ol>
      }
    </op-log>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingLog {
  protected readonly dates = inject(Dates);
  readonly meeting = input.required<string>();
  /** Rises with each change, so that an open list follows. */
  readonly revision = input(1);
  readonly name = input('');
  protected readonly open = signal(false);
  protected readonly found = httpResource<MeetingChangesView>(() => {
    this.revision();
    return this.open() ? `/api/meetings/${this.meeting()}/changes` : undefined;
  });

  protected times({ startsAt, endsAt }: MeetingThen): string {
    return `${this.dates.day(this.dates.dayOf(startsAt))} ${this.dates.hours(startsAt, endsAt)}`;
  }
}
