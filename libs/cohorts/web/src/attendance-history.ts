import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AttendanceChangesView } from '@opiring/contract/cohorts';
import { Log } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** What was recorded and corrected: who, when, before and after. Asked for only when somebody opens it. */
@Component({
  selector: 'op-attendance-history',
  imports: [Log, TranslocoPipe],
  template: `
    <op-log [heading]="'cohorts.attendance.history' | transloco" [found]="changes" [(open)]="open">
      @if (changes.hasValue()) {
        <ol>
          @for (each of changes.value().changes; track each.id) {
            <li>
              <p>
                <b>{{ each.name }}</b>:
                @if (each.before; as before) {
                  {{ 'attendance.' + before | transloco }} →
                }
                {{ 'attendance.' + each.after | transloco }}
              </p>
              <p class="cap">
                {{ each.way === 'code' ? ('cohorts.attendance.byCode' | transloco) : (each.changedBy ?? '') }}
                ·
                {{ dates.when(each.changedAt) }}
              </p>
            </li>
          } @empty {
            <li class="cap">{{ 'cohorts.attendance.noHistory' | transloco }}</li>
          }
        </ol>
      }
    </op-log>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 2rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttendanceHistory {
  protected readonly dates = inject(Dates);
  readonly meeting = input.required<string>();
  /** Counts what was kept on this page, so that an open list follows. */
  readonly kept = input(0);
  protected readonly open = signal(false);
  protected readonly changes = httpResource<AttendanceChangesView>(() => {
    this.kept();
    return this.open() ? `/api/meetings/${this.meeting()}/attendance/changes` : undefined;
  });
}
