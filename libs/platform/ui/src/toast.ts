import { ChangeDetectionStrategy, Component, Injectable, inject, signal } from '@angular/core';
import { Icon } from './icon';

interface Saying {
  text: string;
  failed: boolean;
  action?: { label: string; do: () => void };
}

/** `toasts.say(text)`, or `toasts.fail(text)` for what did not come off; with one way back where there is one: `toasts.say(text, { label, do })`. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly saying = signal<Saying | null>(null);
  readonly current = this.saying.asReadonly();
  private timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string, action?: Saying['action']): void {
    this.show({ text, failed: false, ...(action && { action }) });
  }

  fail(text: string): void {
    this.show({ text, failed: true });
  }

  close(): void {
    this.saying.set(null);
  }

  private show(saying: Saying): void {
    clearTimeout(this.timer);
    this.saying.set(saying);
    this.timer = setTimeout(() => this.close(), saying.action ? 12_000 : 6000);
  }
}

/** Where toasts appear; once, in the shell. */
@Component({
  selector: 'op-toasts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <div class="toasts" role="status">
      @if (toasts.current(); as saying) {
        <div class="toast">
          <op-icon [name]="saying.failed ? 'warning' : 'check'" [size]="22" /><span>{{ saying.text }}</span>
          @if (saying.action; as action) {
            <button type="button" class="txt" (click)="action.do(); toasts.close()">
              {{ action.label }}
            </button>
          }
        </div>
      }
    </div>
  `,
})
export class ToastPlace {
  protected readonly toasts = inject(Toasts);
}
