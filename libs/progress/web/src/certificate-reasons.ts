import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CertificateView } from '@opiring/contract/progress';
import { Bead, type BeadState } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

interface Reason {
  key: string;
  params: Record<string, string | number>;
  bead: BeadState;
}

/** What follows from the facts today, and from which: the same lines for the leader, the mentor and the program leader. */
@Component({
  selector: 'op-certificate-reasons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, TranslocoPipe],
  template: `
    @if (short()) {
      <p class="now">{{ 'progress.papers.now.' + certificate().state | transloco }}</p>
    } @else {
      <p class="said">{{ 'progress.certificate.' + certificate().state | transloco }}</p>
    }
    <ul class="reasons" [class.short]="short()">
      @for (reason of reasons(); track reason.key) {
        <li>
          <op-bead [state]="reason.bead" />
          <span>
            <span
              [class.met]="reason.bead === 'done'"
              [textContent]="reason.key | transloco: reason.params"
            ></span>
            @if (reason.bead === 'done') {
              <span class="vh">{{ 'progress.certificate.met' | transloco }}</span>
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    .reasons {
      display: grid;
      gap: 0.5rem;
      margin-top: 1rem;
    }
    /* The tick never begins a line; whoever hears the page hears the word instead. */
    .met::after {
      content: '\\a0✓';
      content: '\\a0✓' / '';
    }
    .now {
      font-weight: 560;
    }
    .reasons.short {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      margin-top: 0.25rem;
    }
    .reasons li {
      display: flex;
      gap: 0.625rem;
      align-items: center;
    }
  `,
})
export class CertificateReasons {
  private readonly dates = inject(Dates);
  readonly certificate = input.required<CertificateView>();
  /** One row of many: the state in a word, the reasons beside one another. */
  readonly short = input(false);
  protected readonly reasons = computed(() => {
    const { attendance, practicum, circle, activities } = this.certificate().reasons;
    return [
      this.ofAttendance(attendance),
      // What the rule does not ask for is no reason.
      ...(practicum.asked ? [this.ofPracticum(practicum)] : []),
      ...(circle.needed > 0 ? [this.ofCircle(circle)] : []),
      ...(activities ? [this.ofActivities(activities)] : []),
    ];
  });

  private ofAttendance({ attended, total, needed, met }: CertificateView['reasons']['attendance']): Reason {
    return {
      key: met ? 'progress.certificate.attendance' : 'progress.certificate.attendanceNeeded',
      params: { attended, total, needed },
      bead: met ? 'done' : attended > 0 ? 'half' : 'open',
    };
  }

  private ofPracticum({ confirmed, heldOn, met }: CertificateView['reasons']['practicum']): Reason {
    const day = heldOn ? this.dates.day(heldOn) : '';
    if (met)
      return { key: `progress.certificate.practicum${day ? 'On' : ''}`, params: { day }, bead: 'done' };
    return confirmed > 0
      ? { key: 'progress.certificate.practicumWaits', params: {}, bead: 'half' }
      : { key: 'progress.certificate.practicumAhead', params: {}, bead: 'open' };
  }

  private ofActivities({ done, total, met }: NonNullable<CertificateView['reasons']['activities']>): Reason {
    const bead = met ? 'done' : done > 0 ? 'half' : 'open';
    return { key: 'progress.certificate.activities', params: { done, total }, bead };
  }

  private ofCircle({ held, lastOn, met, needed }: CertificateView['reasons']['circle']): Reason {
    const day = lastOn ? this.dates.day(lastOn) : '';
    if (met) return { key: `progress.certificate.circle${day ? 'On' : ''}`, params: { day }, bead: 'done' };
    if (needed > 1)
      return {
        key: 'progress.certificate.circlesNeeded',
        params: { held, needed },
        bead: held > 0 ? 'half' : 'open',
      };
    return { key: 'progress.certificate.circleAhead', params: {}, bead: 'open' };
  }
}
