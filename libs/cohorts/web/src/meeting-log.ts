import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingChangesView, MeetingThen } from '@opiring/contract/meetings';
import { ErrorState, Loader } from '@opiring/platform/ui';
import { Dates, LocalPipe } from '@opiring/platform/web';

/** What was changed of a meeting: when, by whom, from what into what, and why. Asked for only when somebody opens it. */
@Component({
  selector: 'op-meeting-log',
  imports: [ErrorState, Loader, LocalPipe, TranslocoPipe],
  template: `
    <details (toggle)="open.set($any($event.target).open)">
      <summary>
        {{ 'cohorts.log.title' | transloco }}<span class="vh">: {{ name() }}</span>
      </summary>
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
      } @else if (found.error()) {
        <op-error [problem]="found.error()" (retry)="found.reload()" />
      } @else if (open()) {
        <op-loader />
      }
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      min-height: 44px;
      align-content: center;
      width: fit-content;
    }
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
      max-width: 40rem;
    }
    li {
      padding: 0.6rem 0;
      border-top: 1px solid var(--line);
    }
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
