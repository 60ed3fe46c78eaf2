import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from './icon';

/** Says when the network is gone, politely, and goes away with its return. */
@Component({
  selector: 'op-offline-banner',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <div role="status">
      @if (offline()) {
        <div class="wrap">
          <p class="note note--a offline">
            <op-icon name="offline" [size]="22" />
            <span
              ><b>{{ 'state.offline' | transloco }}</b> {{ 'state.offlineMore' | transloco }}</span
            >
          </p>
        </div>
      }
    </div>
  `,
})
export class OfflineBanner {
  protected readonly offline = signal(navigator.onLine === false);

  constructor() {
    const listen = new AbortController();
    const hear = () => this.offline.set(!navigator.onLine);
    addEventListener('online', hear, { signal: listen.signal });
    addEventListener('offline', hear, { signal: listen.signal });
    inject(DestroyRef).onDestroy(() => listen.abort());
  }
}
