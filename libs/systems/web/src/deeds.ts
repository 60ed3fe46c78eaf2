import { inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Ask, Toasts } from '@opiring/platform/ui';
import { Problem } from '@opiring/platform/web';

/** What the parts of this page do alike: ask, try, say how it went. One for each part. */
@Injectable()
export class Deeds {
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly busy = signal(false);
  /** What is wrong with an address, where the server said so. */
  readonly addressRefused = signal(false);

  say(key: string): void {
    this.toasts.say(this.words.translate<string>(`systems.${key}`));
  }

  sure(key: string, name: string, yes: string, irreversible = true): Promise<boolean> {
    const word = (last: string): string => this.words.translate<string>(`systems.${key}${last}`, { name });
    return this.ask.for({
      heading: word('Ask'),
      text: word('Text'),
      yes: this.words.translate<string>(`systems.${yes}`),
      no: this.words.translate<string>('action.cancel'),
      irreversible,
    });
  }

  /** True where it was done. */
  async try(deed: () => Promise<void>): Promise<boolean> {
    this.busy.set(true);
    this.addressRefused.set(false);
    try {
      await deed();
      return true;
    } catch (error) {
      const { status, code } = Problem.of(error);
      if (code === 'address-refused') this.addressRefused.set(true);
      else
        this.toasts.say(this.words.translate<string>(status === 0 ? 'problem.offline' : 'problem.unknown'));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
