import { Dialog } from '@angular/cdk/dialog';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ProgrammeImportView } from '@opiring/contract/programme-file';
import { Toasts } from '@opiring/platform/ui';
import { Api, Problem } from '@opiring/platform/web';
import { firstValueFrom } from 'rxjs';
import { Designer } from './designer';
import { ImportDialog, type ImportDialogData, type ImportFindings } from './import-dialog';

/** What the server takes at once. */
const LARGEST_ARCHIVE = 48 * 1024 * 1024;

/** The draft as a file to keep or pass on, and a file as the draft, looked over before it is taken in. */
@Component({
  selector: 'op-programme-file',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, TranslocoPipe],
  template: `
    <button type="button" class="btn btn--line btn--s" [cdkMenuTriggerFor]="menu">
      {{ 'curriculum.file.menu' | transloco }}
    </button>
    <input #file type="file" accept=".zip,.imscc,.mbz" hidden (change)="look(file)" />
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="'curriculum.file.menu' | transloco">
        <a cdkMenuItem download [href]="path('export.zip')">{{ 'curriculum.file.export' | transloco }}</a>
        <a cdkMenuItem download [href]="path('export.imscc')">{{
          'curriculum.file.cartridge' | transloco
        }}</a>
        @if (designer.view()?.can?.edit) {
          <button type="button" cdkMenuItem (cdkMenuItemTriggered)="file.click()">
            {{ 'curriculum.file.import' | transloco }}
          </button>
        }
      </div>
    </ng-template>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgrammeFile {
  private readonly api = inject(Api);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly designer = inject(Designer);

  protected path(end: string): string {
    return `/api/cohorts/${this.designer.view()?.cohortId ?? ''}/curriculum/${end}`;
  }

  /** Nothing is taken in before one has seen what it would be, and said yes. */
  protected async look(input: HTMLInputElement): Promise<void> {
    const chosen = input.files?.[0];
    input.value = '';
    if (!chosen) return;
    const body = new Blob([chosen], { type: 'application/zip' });
    const data = { name: chosen.name, findings: this.checked(chosen.size, body) };
    const sure = await firstValueFrom(
      this.dialog.open<boolean, ImportDialogData, ImportDialog>(ImportDialog, {
        data,
        ariaLabelledBy: 'import-h',
        backdropClass: 'veil',
      }).closed,
    );
    if (!sure) return;
    try {
      await this.api.post(this.path('import?replace=1'), body);
      this.toasts.say(this.words.translate('curriculum.file.done'));
    } catch {
      this.toasts.fail(this.words.translate('curriculum.failed.notSaved'));
    }
    this.designer.reload();
  }

  private async checked(size: number, body: Blob): Promise<ImportFindings> {
    if (size > LARGEST_ARCHIVE) return { failed: 'curriculum.file.tooLarge' };
    try {
      return { report: await this.api.post<ProgrammeImportView>(this.path('import?check=1'), body) };
    } catch (error) {
      const { fields, code, status } = Problem.of(error);
      const problems = Object.entries(fields).map(([place, told]) => ({ place, told }));
      if (code === 'archive-refused' && problems.length > 0) return { problems };
      if (status === 413) return { failed: 'curriculum.file.tooLarge' };
      return { failed: code === 'offline' ? 'curriculum.file.offline' : 'curriculum.file.failed' };
    }
  }
}
