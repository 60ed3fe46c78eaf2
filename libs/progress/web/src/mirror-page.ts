import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MirrorView } from '@opiring/contract/mirror';
import { ErrorState, Icon, Loader, Seat } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { MirrorRoleSection } from './mirror-role';

/** What others see of me now, role by role: answered by the policies that open their pages to them. */
@Component({
  selector: 'op-mirror-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, Icon, Loader, MirrorRoleSection, RouterLink, Seat, TranslocoPipe],
  templateUrl: './mirror-page.html',
  styleUrl: './mirror-page.css',
})
export class MirrorPage {
  private readonly me = inject(Me);
  protected readonly mirror = httpResource<MirrorView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/mirror` : undefined;
  });
}
