import { afterNextRender, ElementRef, inject, Injectable, Injector, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Ask, Toasts } from '@opiring/platform/ui';
import { focusNext, Problem } from '@opiring/platform/web';

/** What the parts of this page do alike: ask, try, say how it went. One for each part. */
@Injectable()
export class Deeds {
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly part = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly busy = signal(false);
  /** What is wrong with an address, where the server said so. */
  readonly addressRefused = signal(false);
  /** Gives the focus to a field of the form, or to the button one pressed. */
  readonly focusOn = focusNext();

  say(key: string, came = true): void {
    const text = this.words.translate<string>(`systems.${key}`);
    if (came) this.toasts.say(text);
    else this.toasts.fail(text);
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

  /** Where what had the focus is gone, the heading of its part takes it. */
  focusOnHeading(): void {
    this.part.nativeElement
      .closest('op-token-list, op-hook-list, op-store-card')
      ?.querySelector('h2')
      ?.focus();
  }

  /** A button that is out of use meanwhile has the focus again afterwards. True where it was done. */
  async try(deed: () => Promise<void>): Promise<boolean> {
    const pressed = document.activeElement;
    this.busy.set(true);
    this.addressRefused.set(false);
    try {
      await deed();
      return true;
    } catch (error) {
      const { status, code, fields } = Problem.of(error);
      if (code === 'address-refused' || fields['url']) this.addressRefused.set(true);
      else
        this.toasts.fail(this.words.translate<string>(status === 0 ? 'problem.offline' : 'problem.unknown'));
      return false;
    } finally {
      this.busy.set(false);
      afterNextRender(() => giveBack(pressed), { injector: this.injector });
    }
  }
}

function giveBack(focus: Element | null): void {
  const lost = !document.activeElement || document.activeElement === document.body;
  if (lost && focus instanceof HTMLElement && focus.isConnected) focus.focus();
}
