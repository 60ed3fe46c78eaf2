import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResourceView } from '@opiring/contract/library';
import { FILE_ENDINGS, LARGEST_FILE } from '@opiring/contract/materials.values';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import { Icon, sizeWords } from '@opiring/platform/ui';
import { Language } from '@opiring/platform/web';
import { FileSpot } from './file-spot';

/** The file of one thing on the shelf. */
@Component({
  selector: 'op-resource-file',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FileSpot, Icon, TranslocoPipe],
  template: `
    @if (resource(); as it) {
      <op-file-spot
        words="library.keep.file."
        [taken]="taken"
        [has]="it.file !== null"
        [name]="name()"
        [field]="'rs-file-' + n()"
        [hint]="'rs-file-' + n()"
        [path]="path() + '/resources/' + it.id + '/file'"
        (done)="done.emit($event)"
      >
        @if (it.file; as file) {
          <a [href]="file.src" [attr.download]="file.name">
            <op-icon name="download" [size]="18" />{{ file.name }}
          </a>
          <span class="cap">{{ sizeOf(file.size) }}</span>
        }
        <p class="cap" opBelow [id]="'rs-file-' + n()">{{ 'library.keep.file.hint' | transloco }}</p>
      </op-file-spot>
    } @else {
      <p class="cap">{{ 'library.keep.file.saveFirst' | transloco }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      flex-basis: 100%;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: var(--target-min);
      overflow-wrap: anywhere;
    }
  `,
})
export class ResourceFileSpot {
  private readonly language = inject(Language);
  protected readonly taken = { most: LARGEST_FILE, endings: FILE_ENDINGS };
  /** As it is kept; absent before its first save. */
  readonly resource = input.required<ResourceView | undefined>();
  readonly name = input.required<string>();
  /** Which line of the list it is. */
  readonly n = input.required<number>();
  readonly path = input.required<string>();
  /** The shelf with the file brought or taken away. */
  readonly done = output<ShelfDraftView>();

  protected readonly sizeOf = (bytes: number): string => sizeWords(bytes, this.language.current());
}
