import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ActivityKind, ModuleView } from '@opiring/contract/curriculum';
import { Field } from '@opiring/platform/ui';
import { LocalPipe, Problem } from '@opiring/platform/web';
import { type ReadLine, readLines } from './activity-lines';
import { KINDS } from './activity-form';
import { timeWords } from './activity-words';
import type { Designer } from './designer';

export interface LinesDialogData {
  designer: Designer;
  module: ModuleView;
}
const ELSEWHERE: readonly ActivityKind[] = ['answer', 'attend'];

/** Several activities written or pasted as lines, seen as they will be before they are added. */
@Component({
  selector: 'op-lines-dialog',
  imports: [Field, LocalPipe, TranslocoPipe],
  host: { class: 'dialog' },
  templateUrl: './lines-dialog.html',
  styles: `
    :host {
      width: min(44rem, 94vw);
    }
    form {
      margin-top: 1rem;
    }
    .ld {
      display: grid;
      grid-template-columns: minmax(8rem, auto) minmax(0, 1fr) auto;
      gap: 0.5rem 1rem;
      align-items: center;
      padding: 0.5rem 0;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    ol {
      list-style: none;
      margin: 1rem 0;
      padding: 0;
      max-height: 40vh;
      overflow: auto;
    }
    .ld .err {
      grid-column: 1 / -1;
      margin: 0;
    }
    @media (max-width: 760px) {
      .ld {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .ld select {
        grid-column: 1 / -1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinesDialog {
  protected readonly data = inject<LinesDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  private readonly words = inject(TranslocoService);
  protected readonly kinds = KINDS.filter((kind) => !ELSEWHERE.includes(kind));
  protected readonly text = signal('');
  /** Kinds chosen by hand, by what the line says. */
  private readonly chosen = signal<ReadonlyMap<string, ActivityKind>>(new Map());
  protected readonly failed = signal('');
  protected readonly busy = signal(false);
  private readonly once = crypto.randomUUID();
  protected readonly lines = computed(() =>
    readLines(this.text()).map((line) => ({ ...line, kind: this.chosen().get(line.title) ?? line.kind })),
  );
  protected readonly faulty = computed(() => this.lines().some(({ fault }) => fault));

  protected chooseKind(line: ReadLine, kind: string): void {
    this.chosen.update((chosen) => new Map(chosen).set(line.title, kind as ActivityKind));
  }

  /** Called from the template, so that the words follow the language. */
  protected length({ minutes, required }: ReadLine): string {
    const time = minutes === null ? undefined : timeWords(minutes);
    return [
      time && this.words.translate<string>(time.key, time.params),
      !required && this.words.translate<string>('curriculum.activity.isOptional'),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const lines = this.lines();
    if (lines.length === 0 || this.faulty() || this.busy()) return;
    this.busy.set(true);
    this.failed.set('');
    try {
      const sent = lines.map(({ kind, title, minutes, required }) => ({ kind, title, minutes, required }));
      await this.data.designer.addLines(this.data.module.id, sent, this.once);
      this.ref.close(lines.length);
    } catch (error) {
      this.failed.set(Problem.of(error).code === 'too-many' ? 'tooMany' : 'notSaved');
      this.busy.set(false);
    }
  }
}
