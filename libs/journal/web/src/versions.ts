import { Dialog } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryView, VersionSummaryView } from '@opiring/contract/journal';
import { Dates } from '@opiring/platform/web';
import { firstValueFrom } from 'rxjs';
import { JournalClient } from './journal-client';
import { VersionDialog } from './version-dialog';

/** What was kept of an entry: to look at, and to bring back. */
@Component({
  selector: 'op-versions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <section class="wr__v" aria-labelledby="versions-h">
      <h2 id="versions-h" class="kick">{{ 'journal.versions.title' | transloco }}</h2>
      <ol>
        <li aria-current="true">
          <b>{{ 'journal.versions.current' | transloco }}</b>
        </li>
        @for (version of versions(); track version.number) {
          <li>
            <span>{{ 'journal.versions.keptFor.' + version.keptFor | transloco }}</span>
            <span class="cap num">{{ dates.when(version.createdAt) }}</span>
            <button
              type="button"
              class="txt"
              [attr.aria-label]="
                'journal.versions.viewOf' | transloco: { when: dates.when(version.createdAt) }
              "
              (click)="view(version)"
            >
              {{ 'journal.versions.view' | transloco }}
            </button>
          </li>
        } @empty {
          <li>
            <span class="cap">{{ 'journal.versions.none' | transloco }}</span>
          </li>
        }
      </ol>
    </section>
  `,
})
export class Versions {
  readonly entryId = input.required<string>();
  /** Rises when the list may have grown. */
  readonly turn = input(0);
  readonly restored = output<EntryView>();
  private readonly client = inject(JournalClient);
  private readonly dialog = inject(Dialog);
  protected readonly dates = inject(Dates);
  protected readonly versions = signal<readonly VersionSummaryView[]>([]);

  constructor() {
    effect(() => {
      const id = this.entryId();
      this.turn();
      untracked(() => void this.load(id));
    });
  }

  protected async view(version: VersionSummaryView): Promise<void> {
    const [whole, current] = await Promise.all([
      this.client.version(this.entryId(), version.number),
      this.client.entry(this.entryId()),
    ]);
    const ref = this.dialog.open<boolean>(VersionDialog, {
      data: { version: whole, current: current.body },
      ariaLabelledBy: 'version-h',
      backdropClass: 'veil',
    });
    if (!(await firstValueFrom(ref.closed))) return;
    const entry = await this.client.restore(this.entryId(), version.number);
    this.restored.emit(entry);
    await this.load(this.entryId());
  }

  private async load(id: string): Promise<void> {
    const { items } = await this.client.versions(id).catch(() => ({ items: [] }));
    this.versions.set(items);
  }
}
