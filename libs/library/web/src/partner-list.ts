import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PartnerView } from '@opiring/contract/library';
import { Language, Local, localText } from '@opiring/platform/web';
import { logoSize } from './logo-size';

/** Who stands behind the programme: the logo where there is one, the name always. */
@Component({
  selector: 'op-partner-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Local],
  template: `
    <ul class="prt">
      @for (partner of partners(); track partner.id) {
        <li>
          @if (partner.logo; as logo) {
            @let alt = altOf(partner);
            @let size = sizeOf(logo);
            <img
              class="logo"
              [src]="logo.src"
              [width]="size.width"
              [height]="size.height"
              [alt]="alt.text"
              [attr.lang]="alt.lang || null"
            />
          }
          @if (partner.url) {
            <a [href]="partner.url" rel="noopener"
              ><b>{{ partner.name }}</b></a
            >
          } @else {
            <b>{{ partner.name }}</b>
          }
          <span class="cap" [opLocal]="partner.part"></span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
    }
  `,
})
export class PartnerList {
  private readonly language = inject(Language);
  protected readonly sizeOf = logoSize;
  readonly partners = input.required<readonly PartnerView[]>();

  /** What the logo shows; where nobody said so, whose it is. */
  protected altOf({ name, logo }: PartnerView): { text: string; lang: string } {
    const said = localText(logo?.alt ?? {}, this.language.current());
    return said.text ? said : { text: name, lang: '' };
  }
}
