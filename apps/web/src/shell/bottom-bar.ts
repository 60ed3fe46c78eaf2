import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { bottomBar } from './navigation';

/** The four quick ways at the bottom of a phone. */
@Component({
  selector: 'op-bottom-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    @if (ways().length) {
      <nav class="bar" [attr.aria-label]="'nav.quick' | transloco">
        <ul>
          @for (way of ways(); track way.to) {
            <li>
              <a [routerLink]="way.to" routerLinkActive ariaCurrentWhenActive="page">
                <op-icon [name]="way.icon" [size]="24" /><span>{{ way.word | transloco }}</span>
              </a>
            </li>
          }
        </ul>
      </nav>
    }
  `,
})
export class BottomBar {
  private readonly me = inject(Me);
  protected readonly ways = computed(() => {
    const role = this.me.role();
    return role ? bottomBar[role] : [];
  });
}
