import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgrammeImportView } from '@opiring/contract/programme-file';
import { Loader } from '@opiring/platform/ui';
import { LocalPipe } from '@opiring/platform/web';
import { ImportProblems } from './import-problems';
import { ReleaseWords } from './release/release-words';

/** What a file would bring, or why it cannot be taken in: place by place, or in one sentence. */
export interface ImportFindings {
  report?: ProgrammeImportView;
  problems?: { place: string; told: string[] }[];
  /** A key of the dictionary. */
  failed?: string;
}
export interface ImportDialogData {
  name: string;
  findings: Promise<ImportFindings>;
}

const MOST_SHOWN = 100;

/** The report on a programme's file, before anything is taken in. */
@Component({
  selector: 'op-import-dialog',
  imports: [Loader, LocalPipe, TranslocoPipe],
  host: { class: 'dialog' },
  templateUrl: './import-dialog.html',
  styleUrl: './import-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDialog {
  protected readonly data = inject<ImportDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly words = inject(ReleaseWords);
  protected readonly problems = inject(ImportProblems);
  protected readonly counts = ['added', 'kept', 'retired'] as const;
  protected readonly found = signal<ImportFindings | undefined>(undefined);
  protected readonly report = computed(() => this.found()?.report);
  protected readonly heading = computed(() => {
    if (!this.found()) return 'curriculum.file.checking';
    return this.report() ? 'curriculum.file.title' : 'curriculum.file.refused';
  });
  protected readonly groups = computed(() =>
    (['adapted', 'leftOut'] as const)
      .map((name) => ({ name, all: this.report()?.[name] ?? [] }))
      .filter(({ all }) => all.length > 0)
      .map(({ name, all }) => ({ name, notes: all.slice(0, MOST_SHOWN), more: restOf(all) })),
  );
  protected readonly rules = computed(() => {
    const all = this.report()?.rules ?? [];
    return { shown: all.slice(0, MOST_SHOWN), more: restOf(all) };
  });

  constructor() {
    void this.data.findings.then((found) => this.found.set(found));
  }
}

const restOf = (all: readonly unknown[]): number => Math.max(0, all.length - MOST_SHOWN);
