import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PageView, PartnerView } from '@opiring/contract/library';
import { LOGO_SIDE } from '@opiring/contract/logos.values';
import type { Locale } from '@opiring/contract/values';
import { Icon } from '@opiring/platform/ui';
import { LogoUpload } from './logo-upload';
import type { PartnerFields } from './page-fields';

/** Who stands behind the programme, line by line; a logo belongs to one who is saved. */
@Component({
  selector: 'op-partners-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, LogoUpload, TranslocoPipe],
  templateUrl: './partners-editor.html',
  styleUrl: './partners-editor.css',
})
export class PartnersEditor {
  protected readonly side = LOGO_SIDE;
  readonly partners = input.required<readonly PartnerFields[]>();
  /** As they are kept, with their logos. */
  readonly kept = input.required<readonly PartnerView[]>();
  readonly lang = input.required<Locale>();
  readonly path = input.required<string>();
  readonly changed = output<PartnerFields[]>();
  /** A logo came or went: the page as it is kept now. */
  readonly logoDone = output<PageView>();

  protected keptOf({ id }: PartnerFields): PartnerView | undefined {
    return id ? this.kept().find((partner) => partner.id === id) : undefined;
  }
  protected write(at: number, field: 'name' | 'url', event: Event): void {
    this.put(at, { [field]: valueOf(event) });
  }
  protected say(at: number, field: 'part' | 'alt', event: Event): void {
    this.put(at, { [field]: { ...this.partners()[at]?.[field], [this.lang()]: valueOf(event) } });
  }
  protected add(): void {
    this.changed.emit([...this.partners(), { id: null, name: '', part: {}, url: '', alt: {} }]);
  }
  protected remove(at: number): void {
    this.changed.emit(this.partners().filter((_, index) => index !== at));
  }

  private put(at: number, change: Partial<PartnerFields>): void {
    this.changed.emit(
      this.partners().map((partner, index) => (index === at ? { ...partner, ...change } : partner)),
    );
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
