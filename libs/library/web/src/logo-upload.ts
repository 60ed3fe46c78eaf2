import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PageView, PartnerView } from '@opiring/contract/library';
import { LARGEST_LOGO, LOGO_ENDINGS, LOGO_SIDE } from '@opiring/contract/logos.values';
import { Icon, Toasts } from '@opiring/platform/ui';
import { Api, Problem, Uploads } from '@opiring/platform/web';
import { logoSize } from './logo-size';

/** What refusals are called in our words; all else is "did not get there". */
const REFUSALS = /^(file-(empty|too-large|cut|kind|disguised|broken)|logo-(extent|moves)|offline)$/;

/** What the browser knows before anything is sent; what is in the picture only the server can tell. */
function refusalOf({ name, size }: File): string {
  if (size === 0) return 'file-empty';
  if (size > LARGEST_LOGO) return 'file-too-large';
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return LOGO_ENDINGS.some((known) => known === ending) ? '' : 'file-kind';
}

/** One partner's logo: chosen, replaced or taken away at once, whatever else of the page is still unsaved. */
@Component({
  selector: 'op-logo-upload',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    @if (partner(); as it) {
      @if (it.logo; as logo) {
        @let size = sizeOf(logo);
        <img class="logo" [src]="logo.src" [width]="size.width" [height]="size.height" alt="" />
      }
      <label class="btn btn--line btn--s" [attr.aria-busy]="share() !== null || null">
        <input
          class="vh"
          type="file"
          [accept]="accepted"
          [disabled]="share() !== null"
          [attr.aria-describedby]="refused() ? 'pe-logo-' + n() : 'pe-logo-hint'"
          (change)="choose($event)"
        />
        {{ (it.logo ? 'library.page.logo.replace' : 'library.page.logo.choose') | transloco
        }}<span class="vh">: {{ it.name }}</span>
      </label>
      @if (it.logo) {
        <button type="button" class="btn btn--quiet btn--s" (click)="remove()">
          {{ 'library.page.logo.remove' | transloco }}<span class="vh">: {{ it.name }}</span>
        </button>
      }
      @if (share(); as part) {
        <progress
          max="1"
          [value]="part"
          [attr.aria-label]="'library.page.logo.rising' | transloco: { name: it.name }"
        ></progress>
      }
      @if (refused(); as code) {
        <p class="err" role="alert" [id]="'pe-logo-' + n()">
          <op-icon name="warning" [size]="18" />{{ 'library.page.logo.refused.' + code | transloco: SIDE }}
        </p>
      }
      @if (it.logo && !it.logo.printable) {
        <p class="cap">{{ 'library.page.logo.notPrinted' | transloco }}</p>
      }
    } @else {
      <p class="cap">{{ 'library.page.logo.saveFirst' | transloco }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
    }
    label:focus-within {
      box-shadow: var(--focus);
    }
    p {
      flex-basis: 100%;
    }
    .err {
      display: flex;
      gap: 0.375rem;
    }
    .logo {
      margin: 0;
    }
    progress {
      width: 8rem;
      height: 0.5rem;
      accent-color: var(--juniper);
    }
  `,
})
export class LogoUpload {
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sizeOf = logoSize;
  protected readonly SIDE = LOGO_SIDE;
  protected readonly accepted = LOGO_ENDINGS.map((ending) => `.${ending}`).join(',');
  /** As it is kept; absent before its first save. */
  readonly partner = input.required<PartnerView | undefined>();
  /** Which line of the form it is. */
  readonly n = input.required<number>();
  readonly path = input.required<string>();
  /** The page with the logo brought or taken away. */
  readonly done = output<PageView>();
  /** How much has gone up; null while nothing does. */
  protected readonly share = signal<number | null>(null);
  protected readonly refused = signal('');

  protected async choose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    this.refused.set(refusalOf(file));
    if (this.refused()) return;
    this.share.set(0.01);
    await this.attempt('library.page.logo.brought', () =>
      this.uploads.send<PageView>(
        this.logoPath(),
        file,
        crypto.randomUUID(),
        (share) => this.share.set(Math.max(share, 0.01)),
        new AbortController().signal,
      ),
    );
    this.share.set(null);
  }

  protected remove(): Promise<void> {
    this.refused.set('');
    return this.attempt('library.page.logo.removed', () => this.api.delete<PageView>(this.logoPath()));
  }

  private logoPath(): string {
    return `${this.path()}/partners/${this.partner()?.id ?? ''}/logo`;
  }

  private async attempt(said: string, deed: () => Promise<PageView>): Promise<void> {
    try {
      this.done.emit(await deed());
      this.toasts.say(this.words.translate(said));
    } catch (error) {
      const { code } = Problem.of(error);
      this.refused.set(REFUSALS.test(code) ? code : 'unknown');
    }
  }
}
