import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  type ActivatedRouteSnapshot,
  NavigationEnd,
  Router,
  RouterLink,
  RouterOutlet,
} from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { OfflineBanner, ToastPlace } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { StoppedNotice } from '@opiring/systems/web';
import { filter } from 'rxjs';
import { BottomBar } from './bottom-bar';
import { TopBar } from './top-bar';

/** `full`: bars and footer. `none`: the page is alone (writing, sign-in). Set by a route's `data: { chrome }`. */
type Chrome = 'full' | 'none';

@Component({
  selector: 'op-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    BottomBar,
    OfflineBanner,
    RouterLink,
    RouterOutlet,
    StoppedNotice,
    ToastPlace,
    TopBar,
    TranslocoPipe,
  ],
  templateUrl: './shell.html',
  host: { '[class.has-bar]': 'framed()' },
})
export class Shell {
  private readonly page = inject(DOCUMENT);
  private readonly router = inject(Router);
  protected readonly me = inject(Me);
  protected readonly chrome = signal<Chrome>('none');
  protected readonly framed = computed(() => this.chrome() === 'full' && this.me.account() !== null);
  /** Whoever leads hears of what went wrong behind the pages. */
  protected readonly leads = computed(() => this.framed() && this.me.role() === 'program_leader');
  private readonly injector = inject(Injector);
  private first = true;

  constructor() {
    void this.me.load().catch(() => undefined);
    effect(() => {
      // The page comes first; what waits has waited already.
      if (this.me.memberships().some(({ role }) => role === 'participant'))
        setTimeout(() => this.sendWaiting(), 2500);
    });
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.arrive());
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.page.getElementById('sisu')?.focus();
  }

  /** Without a network its part may not have come: then when the network is back. */
  private sendWaiting(): void {
    import('./farewell')
      .then((m) => this.injector.get(m.Farewell).sendWaiting())
      .catch(() => addEventListener('online', () => this.sendWaiting(), { once: true }));
  }

  /** After a navigation the focus goes to the page's content, as a full load would do it; not where the page asked to stay put. */
  private arrive(): void {
    this.chrome.set(chromeOf(this.router.routerState.snapshot.root));
    const stays = this.router.currentNavigation()?.extras.scroll === 'manual';
    if (!this.first && !stays && !this.router.url.includes('#'))
      this.page.getElementById('sisu')?.focus({ preventScroll: true });
    this.first = false;
  }
}

function chromeOf(root: ActivatedRouteSnapshot): Chrome {
  let route = root;
  while (route.firstChild) route = route.firstChild;
  return route.data['chrome'] === 'none' ? 'none' : 'full';
}
