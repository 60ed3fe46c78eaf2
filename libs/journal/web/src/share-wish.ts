import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ShareView } from '@opiring/contract/journal';
import type { Choice } from './readers';

/** What goes along with a share, each by one's own choice: a line about why, a last day, an invitation to an offer. */
export interface Wish {
  purpose: string;
  /** The last day it is open, or ''. */
  until: string;
  offer: boolean;
}
export const noWish: Wish = { purpose: '', until: '', offer: false };

const order = ['team', 'cohort', 'mentor', 'partner'];

/** The widest leave to read there is. */
export const widestShare = (shares: readonly ShareView[]): ShareView | undefined =>
  shares.toSorted((one, other) => order.indexOf(one.audience) - order.indexOf(other.audience))[0];

/** What went along with it goes along again, unless the author says otherwise: an end is never lost on the way. */
export const wishOf = (share?: ShareView): Wish => ({
  purpose: share?.purpose ?? '',
  until: share?.until ?? '',
  offer: share?.offer ?? false,
});

/** The wish as the API takes it: what was not wished is not said. */
export const wishFor = (choice: Choice, { purpose, until, offer }: Wish) => ({
  ...(purpose.trim() && { purpose: purpose.trim() }),
  ...(until && { until }),
  ...(offer && choice !== 'partner' && { offer: true }),
});

@Component({
  selector: 'op-share-wish',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <details class="sw" [open]="begun()">
      <summary>{{ 'journal.wish.title' | transloco }}</summary>
      <label for="wish-purpose">{{ 'journal.wish.purpose' | transloco }}</label>
      <input
        id="wish-purpose"
        class="in"
        maxlength="500"
        autocomplete="off"
        [value]="wish().purpose"
        [placeholder]="'journal.wish.purposeHint' | transloco"
        (input)="set({ purpose: $any($event.target).value })"
      />
      <label for="wish-until">{{ 'journal.wish.until' | transloco }}</label>
      <input
        id="wish-until"
        class="in"
        type="date"
        [min]="today()"
        [value]="wish().until"
        [attr.aria-invalid]="tooLate() || null"
        [attr.aria-describedby]="tooLate() ? 'wish-late' : null"
        (input)="set({ until: $any($event.target).value })"
      />
      @if (tooLate()) {
        <p class="err" id="wish-late">{{ 'journal.wish.past' | transloco }}</p>
      }
      @if (choice() !== 'partner') {
        <label class="opt"
          ><input
            type="checkbox"
            [checked]="wish().offer"
            (change)="set({ offer: $any($event.target).checked })"
          />
          <span>{{ 'journal.wish.offer' | transloco }}</span></label
        >
      }
    </details>
  `,
  styles: `
    .sw {
      margin-block: 0.25rem 0.75rem;
    }
    .sw summary {
      font-weight: 560;
    }
    .sw label:not(.opt) {
      display: block;
      margin: 0.75rem 0 0.25rem;
      font-size: var(--t-15);
    }
    .sw .opt {
      margin-top: 0.75rem;
    }
  `,
})
export class ShareWish {
  readonly choice = input.required<Choice>();
  /** The cohort's day today. */
  readonly today = input.required<string>();
  readonly wish = model.required<Wish>();

  protected readonly begun = computed(() => {
    const { purpose, until, offer } = this.wish();
    return !!purpose || !!until || offer;
  });
  protected readonly tooLate = computed(() => !!this.wish().until && this.wish().until < this.today());

  protected set(part: Partial<Wish>): void {
    this.wish.update((wish) => ({ ...wish, ...part }));
  }
}
