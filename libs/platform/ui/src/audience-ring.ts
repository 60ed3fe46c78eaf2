import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { arc } from './arc';

/** Who may read, narrow to wide. Partner and mentor are one person each, so they share a ring. */
export type Audience = 'me' | 'partner' | 'mentor' | 'cohort' | 'team';

/** Consent as the width of a ring. A drawing beside the words that say the same. */
@Component({
  selector: 'op-audience-ring',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="wr__rings" viewBox="0 0 240 240" aria-hidden="true">
      @for (ring of rings(); track ring.radius) {
        <path
          [attr.d]="ring.path"
          class="wr__r"
          [class.on]="ring.on"
          [class.edge]="ring.edge"
          stroke-width="20"
        />
      }
      <circle cx="120" cy="120" r="10" class="me" />
    </svg>
  `,
})
export class AudienceRing {
  readonly audience = input.required<Audience>();
  protected readonly rings = computed(() => {
    const reach = { me: 1, partner: 2, mentor: 2, cohort: 3, team: 4 }[this.audience()];
    return [104, 78, 52, 26].map((radius) => {
      const step = radius / 26;
      return {
        radius,
        path: arc(120, 120, radius, 204, 516),
        on: step <= reach,
        edge: step === reach && reach > 1,
      };
    });
  });
}
