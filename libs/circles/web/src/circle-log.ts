import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CircleChangesView } from '@opiring/contract/circles';
import { ErrorState, Loader } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** What was corrected of a circle's facts: who, when, before and after. Asked for only when somebody opens it. */
@Component({
  selector: 'op-circle-log',
  imports: [ErrorState, Loader, TranslocoPipe],
  template: `
    <details (toggle)="open.set($any($event.target).open)">
      <summary>
        {{ 'circles.log.title' | transloco }}<span class="vh">: {{ name() }}</span>
      </summary>
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
    }
    li {
      padding: 0.6rem 0;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
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
