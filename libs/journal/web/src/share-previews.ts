import { Dialog } from '@angular/cdk/dialog';
import { Injectable, inject } from '@angular/core';
import { JournalClient } from './journal-client';

/** Opens what a reader would get, drawn as they will see it. The dialog is fetched with the first look. */
@Injectable({ providedIn: 'root' })
export class SharePreviews {
  private readonly dialog = inject(Dialog);
  private readonly client = inject(JournalClient);

  /** The text as the server has it: save before asking. Rejects with a Problem. */
  async open(entryId: string, heading: string): Promise<void> {
    const [preview, { SharePreview }] = await Promise.all([
      this.client.preview(entryId),
      import('./share-preview'),
    ]);
    this.dialog.open(SharePreview, {
      data: { preview, heading },
      ariaLabelledBy: 'preview-h',
      backdropClass: 'veil',
    });
  }
}
