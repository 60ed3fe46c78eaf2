import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgrammeImportView } from '@opiring/contract/programme-file';

/** What a file would bring, or why it cannot be taken in. */
export interface ImportDialogData {
  report?: ProgrammeImportView;
  problems?: { place: string; told: string[] }[];
}

const MOST_SHOWN = 100;

/** The report on a programme's file, before anything is taken in. */
@Component({
  selector: 'op-import-dialog',
  imports: [TranslocoPipe],
  host: { class: 'dialog' },
  templateUrl: './import-dialog.html',
  styleUrl: './import-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDialog {
  protected readonly data = inject<ImportDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly groups = (['adapted', 'leftOut'] as const)
    .map((name) => ({ name, all: this.data.report?.[name] ?? [] }))
    .filter(({ all }) => all.length > 0)
    .map(({ name, all }) => ({
      name,
      notes: all.slice(0, MOST_SHOWN),
      more: Math.max(0, all.length - MOST_SHOWN),
    }));
}
