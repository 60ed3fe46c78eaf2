import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One token, webhook or record store: what it is, what is said of it, and beside that what one can do. */
@Component({
  selector: 'op-system-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="sr__m">
      <h3 [class.past]="past()">{{ heading() }}</h3>
      <ng-content />
    </div>
    <div class="row sr__b"><ng-content select="button" /></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.75rem 2rem;
      align-items: start;
    }
    .sr__m {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    h3 {
      font: 560 var(--t-17)/1.35 var(--font-ui);
      margin: 0 0 0.125rem;
    }
    .past {
      color: var(--ink-3);
    }
    .sr__b {
      --sp: 0.5rem;
      justify-content: flex-end;
    }
    @media (max-width: 1079px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .sr__b {
        justify-content: flex-start;
      }
    }
  `,
})
export class SystemRow {
  readonly heading = input.required<string>();
  /** It holds no more. */
  readonly past = input(false);
}
