import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dates } from '@opiring/platform/web';

/** The day in the address that one looks back at; nothing where it is no day that is over. */
export const pastOf = (day: string | undefined, today: string): string | undefined =>
  day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && day < today ? day : undefined;

/** Chooses a day to look back at, says plainly that one does, and leads back to today. */
@Component({
  selector: 'op-as-of',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <p class="row asof">
      <label class="cap" for="seis">{{ 'progress.asOf.label' | transloco }}</label>
      <input
        class="in"
        id="seis"
        type="date"
        [max]="dates.today()"
        [value]="day() ?? dates.today()"
        (change)="choose($any($event.target).value)"
      />
      @if (day()) {
        <button type="button" class="btn btn--line btn--s" (click)="choose('')">
          {{ 'progress.asOf.back' | transloco }}
        </button>
      }
    </p>
    <div role="status">
      @if (day(); as past) {
        <p class="note note--n">{{ 'progress.asOf.past' | transloco: { day: dates.of(past) } }}</p>
      }
    </div>
  `,
  styles: `
    .asof {
      gap: 0.5rem 0.75rem;
      flex-wrap: wrap;
      align-items: center;
      margin-top: var(--asof-above, 1rem);
    }
    .in {
      width: auto;
    }
    .note {
      margin-top: 1rem;
    }
  `,
})
export class AsOf {
  private readonly router = inject(Router);
  protected readonly dates = inject(Dates);
  /** The day looked back at; today where absent. */
  readonly day = input<string>();

  protected choose(value: string): void {
    const seis = pastOf(value, this.dates.today()) ?? null;
    void this.router.navigate([], { queryParams: { seis }, queryParamsHandling: 'merge' });
  }
}
