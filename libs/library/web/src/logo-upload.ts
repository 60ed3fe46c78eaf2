import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PageView, PartnerView } from '@opiring/contract/library';
import { LARGEST_LOGO, LOGO_ENDINGS, LOGO_SIDE } from '@opiring/contract/logos.values';
import { Icon, Toasts } from '@opiring/platform/ui';
import { logoSize } from './logo-size';
import { OneUpload } from './one-upload';

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
      <label class="btn btn--line btn--s" [attr.aria-busy]="upload.share() !== null || null">
        <input
          class="vh"
          type="file"
          [accept]="accepted"
          [disabled]="upload.share() !== null"
          [attr.aria-describedby]="upload.refused() ? 'pe-logo-' + n() : 'pe-logo-hint'"
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
      @if (upload.share(); as part) {
        <progress
          max="1"
          [value]="part"
          [attr.aria-label]="'library.page.logo.rising' | transloco: { name: it.name }"
        ></progress>
      }
      @if (upload.refused(); as code) {
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
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly upload = new OneUpload<PageView>({ most: LARGEST_LOGO, endings: LOGO_ENDINGS });
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

  protected async choose(event: Event): Promise<void> {
    this.take(await this.upload.bring(event, this.logoPath()), 'library.page.logo.brought');
  }
  protected async remove(): Promise<void> {
    this.take(await this.upload.remove(this.logoPath()), 'library.page.logo.removed');
  }

  private logoPath(): string {
    return `${this.path()}/partners/${this.partner()?.id ?? ''}/logo`;
  }
  private take(page: PageView | undefined, said: string): void {
    if (!page) return;
    this.done.emit(page);
    this.toasts.say(this.words.translate(said));
  }
}
