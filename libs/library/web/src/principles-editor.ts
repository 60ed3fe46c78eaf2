import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import { Ask } from '@opiring/platform/ui';
import { alike, Api, Dates, LocalPipe } from '@opiring/platform/web';
import type { Deed } from './shelf-editor';
import { TextInLanguages } from './text-in-languages';

/** The principles of study: new words are the next version, which everybody is asked to read and accept anew. */
@Component({
  selector: 'op-principles-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalPipe, TextInLanguages, TranslocoPipe],
  template: `
    <op-text-in-languages
      name="pr-text"
      [label]="'library.keep.principles' | transloco"
      [language]="shelf().language"
      [rows]="10"
      [max]="20000"
      [(text)]="text"
    />
    <p class="cap">{{ 'library.keep.principlesHint' | transloco }}</p>
    <p>
      <button type="button" class="btn btn--main" [disabled]="!changed()" (click)="publish()">
        {{ 'library.keep.publishPrinciples' | transloco }}
      </button>
    </p>
    @for (each of shelf().principles; track each.id) {
      <details>
        <summary>
          {{
            'library.keep.principlesVersion'
              | transloco: { n: each.version, day: dates.day(dates.dayOf(each.publishedAt)) }
          }}
        </summary>
        <p class="read">{{ each.text | local }}</p>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }
    summary {
      min-height: var(--target-min);
      cursor: pointer;
    }
    .read {
      white-space: pre-line;
    }
  `,
})
export class PrinciplesEditor {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  readonly shelf = input.required<ShelfDraftView>();
  readonly path = input.required<string>();
  readonly attempt = input.required<Deed>();

  private readonly inForce = computed(() => this.shelf().principles[0]?.text ?? {}, { equal: alike });
  protected readonly text = linkedSignal(() => ({ ...this.inForce() }));
  protected readonly changed = computed(() => JSON.stringify(this.text()) !== JSON.stringify(this.inForce()));

  protected async publish(): Promise<void> {
    const sure = await this.ask.for({
      heading: this.words.translate('library.keep.principlesAsk'),
      text: this.words.translate('library.keep.principlesHint'),
      yes: this.words.translate('library.keep.publishPrinciples'),
      no: this.words.translate('action.cancel'),
    });
    if (!sure) return;
    await this.attempt()('library.keep.principlesPublished', () =>
      this.api.post<ShelfDraftView>(
        `${this.path()}/principles`,
        { text: this.text() },
        { once: crypto.randomUUID() },
      ),
    );
  }
}
