import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VersionView } from '@opiring/contract/journal';
import { Dates } from '@opiring/platform/web';
import { EntryBody } from './entry-body';

/** One kept version, whole. Bringing it back keeps the present text as a version too. */
@Component({
  selector: 'op-version-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EntryBody, TranslocoPipe],
  host: { class: 'dialog op-version' },
  styleUrl: './version-dialog.css',
  template: `
    <h2 id="version-h">{{ version.title || ('journal.versions.untitled' | transloco) }}</h2>
    <p class="cap">
      {{ 'journal.versions.keptFor.' + version.keptFor | transloco }}, {{ dates.when(version.createdAt) }}
    </p>
    <div class="read"><op-entry-body [body]="version.body" [lang]="version.lang" /></div>
    <p class="row">
      <button type="button" class="btn btn--main" (click)="ref.close(true)">
        {{ 'journal.versions.restore' | transloco }}
      </button>
      <button type="button" class="btn btn--quiet" (click)="ref.close(false)">
        {{ 'action.close' | transloco }}
      </button>
    </p>
  `,
})
export class VersionDialog {
  protected readonly version = inject<VersionView>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly dates = inject(Dates);
}
