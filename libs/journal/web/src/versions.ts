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
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { EntryView, VersionSummaryView } from '@opiring/contract/journal';
import { Toasts } from '@opiring/platform/ui';
import { Dates, Problem } from '@opiring/platform/web';
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
          @if (versions() && !failed()) {
            <li>
              <span class="cap">{{ 'journal.versions.none' | transloco }}</span>
            </li>
          }
        }
      </ol>
      @if (failed()) {
        <p class="err" role="alert">
          {{ 'journal.versions.notLoaded' | transloco }}
          <button type="button" class="txt" (click)="load(entryId())">
            {{ 'action.retry' | transloco }}
          </button>
        </p>
      }
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
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  /** Nothing until they have come: an empty list is only said of an empty list. */
  protected readonly versions = signal<readonly VersionSummaryView[] | null>(null);
  protected readonly failed = signal(false);

  constructor() {
    effect(() => {
      const id = this.entryId();
      this.turn();
      untracked(() => void this.load(id));
    });
  }

  /** Opens one, and brings it back where the author says so. What cannot be done is said; the text stays as it is. */
  protected async view({ number }: VersionSummaryView): Promise<void> {
    const id = this.entryId();
    try {
      const [version, current] = await Promise.all([this.client.version(id, number), this.client.entry(id)]);
      const ref = this.dialog.open<boolean>(VersionDialog, {
        data: { version, current: current.body },
        ariaLabelledBy: 'version-h',
        backdropClass: 'veil',
      });
      if (!(await firstValueFrom(ref.closed))) return;
      this.restored.emit(await this.client.restore(id, number));
      await this.load(id);
    } catch (error) {
      const key = Problem.of(error).status === 0 ? 'problem.offline' : 'journal.versions.failed';
      this.toasts.say(this.words.translate(key));
    }
  }

  protected async load(id: string): Promise<void> {
    try {
      this.versions.set((await this.client.versions(id)).items);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }
}
