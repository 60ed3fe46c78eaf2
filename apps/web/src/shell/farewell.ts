import { Injectable, Injector, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Ask } from '@opiring/platform/ui';

/** The texts of this device, seen from outside their pages; the journal is fetched only when it is needed. */
@Injectable({ providedIn: 'root' })
export class Farewell {
  private readonly injector = inject(Injector);
  private readonly ask = inject(Ask);
  private readonly words = inject(TranslocoService);

  /** Lets texts that wait on this device go up while the app is open. */
  async sendWaiting(): Promise<void> {
    (await this.waiting()).start();
  }

  /** What has not gone up would be lost: it tries once more, and then the person decides. */
  async agreed(): Promise<boolean> {
    const waiting = await this.waiting();
    const left = await waiting.goUp().catch(() => waiting.look());
    if (left.length === 0) return true;
    const say = (key: string): string => this.words.translate(`shell.${key}`);
    return this.ask.for({
      heading: say('unsent'),
      text: say('unsentMore'),
      list: left.map(({ title }) => title.trim() || say('untitled')),
      yes: say('unsentYes'),
      no: say('unsentNo'),
      irreversible: true,
    });
  }

  /** Whoever uses this device next finds nobody's text on it. */
  async wipe(): Promise<void> {
    await (await this.waiting()).wipe();
  }

  private async waiting() {
    const { WaitingDrafts } = await import('@opiring/journal/web');
    return this.injector.get(WaitingDrafts);
  }
}
