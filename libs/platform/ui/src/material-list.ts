import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MaterialView } from '@opiring/contract/materials';
import { Language, localText } from '@opiring/platform/web';
import { Icon } from './icon';

/** A size as people say it: 340 kB, 2,4 MB. */
export function sizeWords(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const maximumFractionDigits = unit === 'megabyte' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits }).format(
    Math.max(value, 1),
  );
}

/** What a material is called: its title, else its file's name, else the host it leads to. */
export function materialName({ title, file, url }: MaterialView, language: 'et' | 'en' | 'ru') {
  const told = localText(title, language);
  if (told.text) return told;
  const host = url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : (url ?? '');
  return { text: file?.name ?? host, lang: '' };
}

/** Links and files to take along, one below the other; what can be heard is heard here. */
@Component({
  selector: 'op-materials',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <ul>
      @for (material of materials(); track material.id) {
        @let name = nameOf(material);
        <li>
          @if (looking()) {
            <span class="ml"
              ><op-icon [name]="material.file ? 'download' : 'link'" [size]="18" /><span
                [attr.lang]="name.lang || null"
                >{{ name.text }}</span
              ></span
            >
            @if (material.file; as file) {
              <span class="cap">{{ endingOf(file.name) }} · {{ sizeOf(file.size) }}</span>
            }
          } @else if (material.file; as file) {
            <a [href]="pathOf(material)" [attr.download]="file.name">
              <op-icon name="download" [size]="18" /><span [attr.lang]="name.lang || null">{{
                name.text
              }}</span>
            </a>
            <span class="cap">{{ endingOf(file.name) }} · {{ sizeOf(file.size) }}</span>
            @if (file.type.startsWith('audio/')) {
              <audio
                controls
                preload="none"
                [src]="pathOf(material)"
                [attr.aria-label]="'material.listen' | transloco: { name: name.text }"
              ></audio>
            }
          } @else {
            <a [href]="material.url" target="_blank" rel="noopener">
              <op-icon name="link" [size]="18" /><span [attr.lang]="name.lang || null">{{ name.text }}</span
              ><span class="vh"> {{ 'material.elsewhere' | transloco }}</span>
            </a>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
      margin: 0.375rem 0 0;
      display: grid;
      gap: 0.125rem;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.125rem 0.75rem;
    }
    a,
    .ml {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: var(--target-min);
      overflow-wrap: anywhere;
    }
    op-icon {
      flex: none;
    }
    audio {
      flex-basis: 100%;
      width: 100%;
      max-width: 26rem;
    }
  `,
})
export class MaterialList {
  private readonly language = inject(Language);
  readonly activityId = input.required<string>();
  readonly materials = input.required<readonly MaterialView[]>();
  /** Only what there is, where nothing leads anywhere. */
  readonly looking = input(false);

  protected readonly nameOf = (material: MaterialView) => materialName(material, this.language.current());
  protected readonly sizeOf = (bytes: number): string => sizeWords(bytes, this.language.current());
  protected readonly endingOf = (name: string): string => (name.split('.').at(-1) ?? '').toUpperCase();
  protected pathOf({ id }: MaterialView): string {
    return `/api/activities/${this.activityId()}/materials/${id}`;
  }
}
