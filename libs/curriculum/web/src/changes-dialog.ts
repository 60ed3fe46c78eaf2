import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ChangeView } from '@opiring/contract/curriculum';
import type { AnnounceEdition, PublishEdition } from '@opiring/contract/publishing';
import { ErrorState, Loader } from '@opiring/platform/ui';
import { LocalPipe } from '@opiring/platform/web';
import { AnnounceChoice } from './announce-choice';
import { ChangeRows } from './change-rows';
import { ChangeWords } from './change-words';
import { FaultWords } from './release/fault-words';
import type { Designer } from './designer';

/** What the dialog is opened with: only to compare, or to decide on publishing. */
export interface ChangesDialogData {
  designer: Designer;
  publishing: boolean;
}
const TAGS: Readonly<Record<ChangeView['kind'], string>> = {
  added: 'tag--dash',
  removed: 'tag--dash',
  changed: 'tag--a',
  moved: 'tag--a',
};

/** The draft beside what is published, in words, module by module; and whom publishing touches. */
@Component({
  selector: 'op-changes-dialog',
  imports: [AnnounceChoice, ChangeRows, ErrorState, Loader, LocalPipe, TranslocoPipe],
  host: { class: 'dialog' },
  templateUrl: './changes-dialog.html',
  styleUrl: './changes-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangesDialog {
  protected readonly data = inject<ChangesDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PublishEdition>>(DialogRef);
  protected readonly words = inject(ChangeWords);
  protected readonly faultWords = inject(FaultWords);
  protected readonly tags = TAGS;
  protected readonly announce = signal<AnnounceEdition | undefined | null>(undefined);
  /** What keeps the draft from being published. */
  protected readonly faults = computed(() =>
    this.found.hasValue() ? (this.found.value().faults ?? []) : [],
  );
  protected readonly found = this.data.designer.changesFound;
  /** Retired modules too: what is removed says from where. */
  protected readonly modules = computed(() => this.data.designer.view()?.modules ?? []);
  /** By module in the order of the draft; the module's own change stands first. */
  protected readonly groups = computed(() =>
    this.modules()
      .map((module) => ({
        module,
        own: this.data.designer.changes().find(({ id }) => id === module.id),
        changes: this.data.designer
          .changes()
          .filter(({ moduleId, what }) => what === 'activity' && moduleId === module.id),
      }))
      .filter(({ own, changes }) => own || changes.length > 0),
  );

  protected publish(): void {
    const announce = this.announce();
    if (announce === null || this.faults().length > 0) return;
    this.ref.close(announce ? { announce } : {});
  }
}
