import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MovedView } from '@opiring/contract/arc';
import { Field, Icon, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Language, Problem } from '@opiring/platform/web';

/** As the server takes it. */
const LONGEST = 2000;

/**
 * The leader's own sentence about what moved. A stale save shows both sentences and keeps what is typed: nothing is written
 * over until the author has chosen.
 */
@Component({
  selector: 'op-arc-moved',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, Icon, TranslocoPipe],
  templateUrl: './arc-moved.html',
  styleUrl: './arc-moved.css',
})
export class ArcMoved {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  protected readonly dates = inject(Dates);

  readonly moved = input.required<MovedView>();
  /** Where it is kept: `/api/cohorts/…/questions/…/moved`. */
  readonly address = input.required<string>();
  readonly can = input(true);
  readonly saved = output<MovedView>();

  protected readonly longest = LONGEST;
  /** What is typed; null while the sentence is only read. */
  protected readonly typed = signal<string | null>(null);
  protected readonly theirs = signal<MovedView | null>(null);
  protected readonly busy = signal(false);
  protected readonly trouble = signal('');
  protected readonly writing = computed(() => this.can() && (this.typed() !== null || !this.moved().text));
  protected readonly text = computed(() => this.typed() ?? this.moved().text);
  /** Whether something stands here that the server has not. */
  readonly unsaved = computed(() => this.typed() !== null && this.text().trim() !== this.moved().text);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');

  protected begin(): void {
    this.typed.set(this.moved().text);
    setTimeout(() => this.field()?.nativeElement.focus());
  }

  protected leave(): void {
    this.typed.set(null);
    this.theirs.set(null);
    this.trouble.set('');
  }

  protected takeTheirs(theirs: MovedView): void {
    this.saved.emit(theirs);
    this.leave();
  }

  /** Both, one below the other, to be worked on; saving stands upon the newer of the two. */
  protected takeBoth(theirs: MovedView): void {
    this.typed.set(`${theirs.text}\n${this.text()}`);
    this.saved.emit(theirs);
    this.theirs.set(null);
    this.field()?.nativeElement.focus();
  }

  async save(revision = this.moved().revision): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.trouble.set('');
    try {
      const body = { text: this.text().trim(), lang: this.language.current() };
      this.saved.emit(await this.api.put<MovedView>(this.address(), body, { revision }));
      this.leave();
      this.toasts.say(this.words.translate('journal.arc.moved.saved'));
      return true;
    } catch (error) {
      this.refused(Problem.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private refused(problem: Problem): void {
    if (problem.status === 412 && problem.current) this.theirs.set(problem.current as MovedView);
    else this.trouble.set(problem.status === 0 ? 'problem.offline' : 'problem.unknown');
  }
}
