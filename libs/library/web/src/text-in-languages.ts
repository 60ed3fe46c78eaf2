import { ChangeDetectionStrategy, Component, input, linkedSignal, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { LOCALES } from '@opiring/platform/web';

/** One text in three languages, one at a time, with which of them has no words yet. */
@Component({
  selector: 'op-text-in-languages',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="field">
      <label [for]="name()">{{ label() }}</label>
      <div class="row langs" role="group" [attr.aria-label]="'library.page.language' | transloco">
        @for (each of locales; track each) {
          <button
            type="button"
            class="chip"
            [attr.aria-pressed]="each === locale()"
            (click)="locale.set(each)"
          >
            {{ 'library.page.locale.' + each | transloco }}
            @if (!text()[each]?.trim()) {
              <span class="cap">· {{ 'library.keep.empty' | transloco }}</span>
            }
          </button>
        }
      </div>
      @if (rows() > 1) {
        <textarea
          class="in"
          [id]="name()"
          [rows]="rows()"
          [attr.maxlength]="max()"
          [lang]="locale()"
          [value]="text()[locale()] ?? ''"
          (input)="say($event)"
        ></textarea>
      } @else {
        <input
          class="in"
          [id]="name()"
          [attr.maxlength]="max()"
          [lang]="locale()"
          [value]="text()[locale()] ?? ''"
          (input)="say($event)"
        />
      }
    </div>
  `,
  styles: `
    .langs {
      --sp: 0.5rem;
      flex-wrap: wrap;
    }
    .langs .chip {
      width: auto;
      flex: none;
    }
  `,
})
export class TextInLanguages {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly language = input.required<Locale>();
  readonly rows = input(1);
  readonly max = input(300);
  readonly text = model.required<LocalText>();
  protected readonly locales = LOCALES;
  protected readonly locale = linkedSignal(() => this.language());

  protected say(event: Event): void {
    const value = (event.target as HTMLInputElement).value;
    this.text.update((text) => ({ ...text, [this.locale()]: value }));
  }
}
