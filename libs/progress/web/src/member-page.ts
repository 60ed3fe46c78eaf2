import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberProgressView } from '@opiring/contract/progress';
import { Attendance, Bead, CircleMark, ErrorState, Icon, Loader, Seat, beadOf } from '@opiring/platform/ui';
import { Dates, Local, Me, WordTitle, keepFresh } from '@opiring/platform/web';
import { AsOf, pastOf } from './as-of';
import { ExceptionList } from './exception-list';
import { CertificateReasons } from './certificate-reasons';

/** A leader's page as the program leader and the mentor see it; opened by the leader, exactly the same about themselves. */
@Component({
  selector: 'op-member-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AsOf,
    Attendance,
    Bead,
    CertificateReasons,
    CircleMark,
    ErrorState,
    ExceptionList,
    Icon,
    Loader,
    Local,
    RouterLink,
    Seat,
    TranslocoPipe,
  ],
  templateUrl: './member-page.html',
  styleUrl: './member-page.css',
})
export class MemberPage {
  private readonly me = inject(Me);
  private readonly title = inject(WordTitle);
  protected readonly dates = inject(Dates);

  /** From the address; absent on the page about oneself. */
  readonly membershipId = input<string>();
  /** The day looked back at, from the address. */
  readonly seis = input<string>();
  protected readonly past = computed(() => pastOf(this.seis(), this.dates.today()));
  protected readonly aboutMe = computed(() => !this.membershipId());
  protected readonly back = computed(() => (this.aboutMe() ? '/mida-teised-naevad' : '/juhid'));
  protected readonly beadOf = beadOf;
  private readonly now = new Date().toISOString();

  protected readonly progress = httpResource<MemberProgressView>(() => {
    const cohortId = this.me.cohortId();
    const membershipId = this.membershipId() ?? this.me.membership()?.id;
    const asOf = this.past() ? `?asOf=${this.past()}` : '';
    return cohortId && membershipId
      ? `/api/cohorts/${cohortId}/members/${membershipId}/progress${asOf}`
      : undefined;
  });

  /** Whether somebody could have been there, on the day looked at. */
  protected begun({ state, startsAt }: MemberProgressView['meetings'][number]): boolean {
    return state === 'held' || (!this.past() && startsAt < this.now);
  }

  constructor() {
    keepFresh(['facts', 'meetings', 'curriculum', 'people'], this.progress);
    effect(() => {
      if (this.progress.hasValue() && !this.aboutMe()) this.title.set(this.progress.value().member.name);
    });
  }
}
