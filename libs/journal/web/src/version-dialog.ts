import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentNode, VersionView } from '@opiring/contract/journal';
import { Dates } from '@opiring/platform/web';
import { compareTexts } from './compare';
import { plainText } from './document';
import { EntryBody } from './entry-body';

/** A version, and the text as the server has it now. */
export interface VersionLook {
  version: VersionView;
  current: DocumentNode;
}

/** One kept version, whole or word by word beside what stands now. Bringing it back keeps the present text as a version too. */
@Component({
  selector: 'op-version-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EntryBody, TranslocoPipe],
  host: { class: 'dialog op-version' },
  styleUrl: './version-dialog.css',
  templateUrl: './version-dialog.html',
})
export class VersionDialog {
  private readonly look = inject<VersionLook>(DIALOG_DATA);
  protected readonly version = this.look.version;
  protected readonly comparing = signal(false);
  protected readonly runs = computed(() =>
    compareTexts(plainText(this.look.version.body), plainText(this.look.current)),
  );
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly dates = inject(Dates);
}
