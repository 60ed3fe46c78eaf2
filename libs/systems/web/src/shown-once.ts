import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Icon, Toasts } from '@opiring/platform/ui';

/** A secret that is shown this once, with a way to take it along. */
@Component({
  selector: 'op-shown-once',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <section class="note note--n so" role="status">
      <op-icon name="key" />
      <div>
        <label for="so-secret">{{ label() }}</label>
        <div class="row so__u">
          <input
            id="so-secret"
            class="in"
            readonly
            [value]="secret()"
            aria-describedby="so-once"
            (focus)="$any($event.target).select()"
          />
          <button type="button" class="btn btn--main btn--s" (click)="copy()">
            {{ 'systems.copy' | transloco }}
          </button>
        </div>
        <p id="so-once">{{ 'systems.once' | transloco }}</p>
        <button type="button" class="btn btn--quiet btn--s" (click)="closed.emit()">
          {{ 'systems.shut' | transloco }}
        </button>
      </div>
    </section>
  `,
  styles: `
    .so {
      margin: 1rem 0;
    }
    .so > div {
      flex: 1 1 auto;
      min-width: 0;
    }
    .so__u {
      --sp: 0.5rem;
      margin: 0.25rem 0 0.5rem;
    }
    .so__u .in {
      flex: 1 1 16rem;
      min-width: 0;
      font-family: var(--font-mono, monospace);
    }
  `,
})
export class ShownOnce {
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly label = input.required<string>();
  readonly secret = input.required<string>();
  readonly closed = output();

  constructor() {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('input')?.focus());
  }

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.secret());
    this.toasts.say(this.words.translate<string>('systems.copied'));
  }
}
