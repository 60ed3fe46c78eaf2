import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ResourceView } from '@opiring/contract/library';
import { FILE_ENDINGS, LARGEST_FILE } from '@opiring/contract/materials.values';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import { Icon, Toasts, sizeWords } from '@opiring/platform/ui';
import { Language } from '@opiring/platform/web';
import { OneUpload } from './one-upload';

/** The file of one thing on the shelf: kept at once, whatever else of the list is unsaved. */
@Component({
  selector: 'op-resource-file',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    @if (resource(); as it) {
      @if (it.file; as file) {
        <a [href]="file.src" [attr.download]="file.name">
          <op-icon name="download" [size]="18" />{{ file.name }}
        </a>
        <span class="cap">{{ sizeOf(file.size) }}</span>
      }
      <label class="btn btn--line btn--s" [attr.aria-busy]="upload.share() !== null || null">
        <input
          class="vh"
          type="file"
          [accept]="accepted"
          [disabled]="upload.share() !== null"
          [attr.aria-describedby]="'rs-file-' + n() + (upload.refused() ? '-err' : '')"
          (change)="choose($event)"
        />
        {{ (it.file ? 'library.keep.file.replace' : 'library.keep.file.choose') | transloco
        }}<span class="vh">: {{ name() }}</span>
      </label>
      @if (it.file) {
        <button type="button" class="btn btn--quiet btn--s" (click)="remove()">
          {{ 'library.keep.file.remove' | transloco }}<span class="vh">: {{ name() }}</span>
        </button>
      }
      @if (upload.share(); as part) {
        <progress
          max="1"
          [value]="part"
          [attr.aria-label]="'library.keep.file.rising' | transloco: { name: name() }"
        ></progress>
      }
      @if (upload.refused(); as code) {
        <p class="err" role="alert" [id]="'rs-file-' + n() + '-err'">
          <op-icon name="warning" [size]="18" />{{ 'library.keep.file.refused.' + code | transloco }}
        </p>
      }
      <p class="cap" [id]="'rs-file-' + n()">{{ 'library.keep.file.hint' | transloco }}</p>
    } @else {
      <p class="cap">{{ 'library.keep.file.saveFirst' | transloco }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: var(--target-min);
      overflow-wrap: anywhere;
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
    progress {
      width: 8rem;
      height: 0.5rem;
      accent-color: var(--juniper);
    }
  `,
})
export class ResourceFileSpot {
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly upload = new OneUpload<ShelfDraftView>({ most: LARGEST_FILE, endings: FILE_ENDINGS });
  protected readonly accepted = FILE_ENDINGS.map((ending) => `.${ending}`).join(',');
  /** As it is kept; absent before its first save. */
  readonly resource = input.required<ResourceView | undefined>();
  readonly name = input.required<string>();
  /** Which line of the list it is. */
  readonly n = input.required<number>();
  readonly path = input.required<string>();
  /** The shelf with the file brought or taken away. */
  readonly done = output<ShelfDraftView>();

  protected readonly sizeOf = (bytes: number): string => sizeWords(bytes, this.language.current());

  protected async choose(event: Event): Promise<void> {
    this.take(await this.upload.bring(event, this.filePath()), 'library.keep.file.brought');
  }
  protected async remove(): Promise<void> {
    this.take(await this.upload.remove(this.filePath()), 'library.keep.file.removed');
  }

  private filePath(): string {
    return `${this.path()}/resources/${this.resource()?.id ?? ''}/file`;
  }
  private take(shelf: ShelfDraftView | undefined, said: string): void {
    if (!shelf) return;
    this.done.emit(shelf);
    this.toasts.say(this.words.translate(said));
  }
}
