import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PageView, PartnerView } from '@opiring/contract/library';
import { LARGEST_LOGO, LOGO_ENDINGS, LOGO_SIDE } from '@opiring/contract/logos.values';
import { FileSpot } from './file-spot';
import { logoSize } from './logo-size';

/** One partner's logo. */
@Component({
  selector: 'op-logo-upload',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FileSpot, TranslocoPipe],
  template: `
    @if (partner(); as it) {
      <op-file-spot
        words="library.page.logo."
        [taken]="taken"
        [has]="it.logo !== null"
        [name]="it.name"
        [field]="'pe-logo-' + n()"
        hint="pe-logo-hint"
        [path]="path() + '/partners/' + it.id + '/logo'"
        [bounds]="bounds"
        (done)="done.emit($event)"
      >
        @if (it.logo; as logo) {
          @let size = sizeOf(logo);
          <img class="logo" [src]="logo.src" [width]="size.width" [height]="size.height" alt="" />
        }
        @if (it.logo && !it.logo.printable) {
          <p class="cap" opBelow>{{ 'library.page.logo.notPrinted' | transloco }}</p>
        }
      </op-file-spot>
    } @else {
      <p class="cap">{{ 'library.page.logo.saveFirst' | transloco }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      flex-basis: 100%;
    }
    .logo {
      margin: 0;
    }
  `,
})
export class LogoUpload {
  protected readonly taken = { most: LARGEST_LOGO, endings: LOGO_ENDINGS };
  protected readonly bounds = LOGO_SIDE;
  protected readonly sizeOf = logoSize;
  /** As it is kept; absent before its first save. */
  readonly partner = input.required<PartnerView | undefined>();
  /** Which line of the form it is. */
  readonly n = input.required<number>();
  readonly path = input.required<string>();
  /** The page with the logo brought or taken away. */
  readonly done = output<PageView>();
}
