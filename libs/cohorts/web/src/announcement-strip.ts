import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import type { AnnouncementsView } from '@opiring/contract/announcements';
import { Icon } from '@opiring/platform/ui';
import { Dates, Me, keepFresh, wordsHere } from '@opiring/platform/web';

/** Days an announcement stands on the first page; later it is found among the others. */
const FRESH_DAYS = 14;

/** The latest announcement, calmly, where there is one of these days. */
@Component({
  selector: 'op-announcement-strip',
  imports: [Icon, RouterLink, TranslocoPipe],
  providers: [provideTranslocoScope('cohorts')],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (latest(); as one) {
      <section class="note note--n ans" aria-labelledby="ans-h">
        <op-icon name="letter" />
        <div>
          <h2 id="ans-h" [lang]="one.lang">{{ one.title }}</h2>
          <p class="ans__b" [lang]="one.lang">{{ one.body }}</p>
          <p class="cap">
            {{ dates.when(one.sentAt) }}
            @if (one.sentBy) {
              · {{ one.sentBy }}
            }
            · <a routerLink="/teated">{{ 'cohorts.announcements.all' | transloco }}</a>
          </p>
        </div>
      </section>
    }
  `,
  styles: `
    .ans {
      margin: 1.5rem 0;
    }
    h2 {
      font-size: var(--t-20);
      margin: 0 0 0.25rem;
    }
    .ans__b {
      white-space: pre-line;
      overflow-wrap: anywhere;
      margin: 0 0 0.5rem;
    }
  `,
})
export class AnnouncementStrip {
  private readonly me = inject(Me);
  private readonly here = wordsHere('cohorts');
  protected readonly dates = inject(Dates);
  private readonly since = new Date(Date.now() - FRESH_DAYS * 86_400_000).toISOString();

  private readonly found = httpResource<AnnouncementsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/announcements` : undefined;
  });
  protected readonly latest = computed(() =>
    this.here() && this.found.hasValue()
      ? this.found.value().announcements.find((one) => !one.withdrawnAt && one.sentAt >= this.since)
      : undefined,
  );

  constructor() {
    keepFresh(['announcements'], this.found);
  }
}
