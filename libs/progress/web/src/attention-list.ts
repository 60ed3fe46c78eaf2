import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** Who could use a call and why, in seat order. The reasons are facts the leader sees on their own page too. */
@Component({
  selector: 'op-attention-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Seat, TranslocoPipe],
  template: `
    <section aria-labelledby="ca">
      <h2 id="ca">{{ 'progress.attention.title' | transloco }}</h2>
      <p class="cap st__s">
        {{ (cards().length ? 'progress.attention.more' : 'progress.attention.nobody') | transloco }}
      </p>
      <ol class="call">
        @for (card of cards(); track card.member.membershipId) {
          <li>
            <div class="per">
              <op-seat
                [name]="card.member.name"
                [seat]="card.member.seat"
                [of]="matrix().members.length"
                [size]="48"
              />
              <span
                ><b>{{ card.member.name }}</b
                ><span class="cap">{{ card.member.municipality }}</span></span
              >
            </div>
            <p>
              @for (reason of card.reasons; track reason.reason) {
                {{
                  'progress.attention.' + reason.reason
                    | transloco: { day: reason.day ? dates.day(reason.day) : '' }
                }}
              }
            </p>
            <p class="row">
              <a class="btn btn--line btn--s" [routerLink]="['/juhid', card.member.membershipId]">
                {{ 'progress.attention.open' | transloco }}<span class="vh">: {{ card.member.name }}</span>
              </a>
            </p>
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    @media (min-width: 761px) {
      .call .per {
        grid-row: 1 / span 2;
      }
    }
  `,
})
export class AttentionList {
  protected readonly dates = inject(Dates);
  readonly matrix = input.required<ProgressMatrixView>();
  protected readonly cards = computed(() => {
    const { members, attention } = this.matrix();
    return members.flatMap((member) => {
      const reasons = attention.filter(({ membershipId }) => membershipId === member.membershipId);
      return reasons.length ? [{ member, reasons }] : [];
    });
  });
}
