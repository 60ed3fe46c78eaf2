import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CircleChangesView } from '@opiring/contract/circles';
import { Log } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** What was corrected of a circle's facts: who, when, before and after. Asked for only when somebody opens it. */
@Component({
  selector: 'op-circle-log',
  imports: [Log, TranslocoPipe],
  template: `
    <op-log [heading]="'circles.log.title' | transloco" [name]="name()" [found]="found" [(open)]="open">
      @if (found.hasValue()) {
        <ol>
          @for (each of found.value().changes; track each.id) {
            <li>
              @for (part of each.what; track part.field) {
                <p>
                  <b>{{ 'circles.log.' + part.field | transloco }}</b>
                  <s>{{ said(part.field, part.before) }}</s> → {{ said(part.field, part.after) }}
                </p>
              }
              <p class="cap">{{ each.changedBy ?? '' }} · {{ dates.when(each.changedAt) }}</p>
            </li>
          } @empty {
            <li class="cap">{{ 'circles.log.none' | transloco }}</li>
          }
        </ol>
      }
    </op-log>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CircleLog {
  protected readonly dates = inject(Dates);
  readonly circle = input.required<string>();
  /** Rises with each correction, so that an open list follows. */
  readonly revision = input(1);
  readonly name = input('');
  protected readonly open = signal(false);
  protected readonly found = httpResource<CircleChangesView>(() => {
    this.revision();
    return this.open() ? `/api/circles/${this.circle()}/changes` : undefined;
  });

  protected said(field: string, value: string | number): string {
    return field === 'heldOn' ? this.dates.day(String(value)) : String(value) || '–';
  }
}
