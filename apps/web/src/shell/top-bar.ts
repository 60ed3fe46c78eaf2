import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Brand, Seat } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { AccountMenu } from './account-menu';
import { topBar } from './navigation';

/** The product's name, the ways of one's role, the language, and oneself. */
@Component({
  selector: 'op-top-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AccountMenu, Brand, RouterLink, RouterLinkActive, Seat, TranslocoPipe],
  templateUrl: './top-bar.html',
})
export class TopBar {
  protected readonly me = inject(Me);
  protected readonly ways = computed(() => {
    const role = this.me.role();
    return role ? topBar[role] : [];
  });
  protected readonly seatKind = computed(() => {
    const role = this.me.role();
    return role === 'participant' ? 'leader' : role === 'mentor' ? 'mentor' : 'org';
  });
}
