import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PreviewView } from '@opiring/contract/journal';
import { EntryBody } from './entry-body';

export interface PreviewWish {
  preview: PreviewView;
  /** The heading, with the reader's name in it. */
  heading: string;
}

/** Exactly what the reader will get: the API's own answer, drawn as they will see it. */
@Component({
  selector: 'op-share-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EntryBody, TranslocoPipe],
  host: { class: 'dialog op-version' },
  styleUrl: './version-dialog.css',
  template: `
    <h2 id="preview-h">{{ asked.heading }}</h2>
    <p class="cap">
      {{ 'journal.preview.sum' | transloco: { words: asked.preview.words, folds: asked.preview.folds } }}
    </p>
    @if (asked.preview.text.title) {
      <p class="serif preview__t" [attr.lang]="asked.preview.text.lang">{{ asked.preview.text.title }}</p>
    }
    <div class="read" tabindex="0" role="region" aria-labelledby="preview-h">
      <op-entry-body [body]="asked.preview.text.body" [lang]="asked.preview.text.lang" />
    </div>
    <p class="row">
      <button type="button" class="btn btn--line" (click)="ref.close()">
        {{ 'action.close' | transloco }}
      </button>
    </p>
  `,
  styles: `
    .preview__t {
      font-size: var(--t-24);
      margin-top: 1.25rem;
    }
  `,
})
export class SharePreview {
  protected readonly asked = inject<PreviewWish>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
}
