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
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ArcView } from '@opiring/contract/arc';
import { Field, Icon, Toasts } from '@opiring/platform/ui';
import { Dates, Language, LocalPipe, Problem } from '@opiring/platform/web';
import { occasionsOf } from './arc-timeline-items';
import { JournalClient } from './journal-client';

/** A thought on the question between its three moments: after a meeting, after a circle, or just now. An entry like any other. */
@Component({
  selector: 'op-arc-moment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, Icon, LocalPipe, TranslocoPipe],
  templateUrl: './arc-moment.html',
  styles: `
    .am {
      max-width: 44rem;
      margin-top: 1.5rem;
    }
    .am > * + * {
      margin-top: 1.25rem;
    }
  `,
})
export class ArcMoment {
  private readonly client = inject(JournalClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  protected readonly dates = inject(Dates);

  readonly arc = input.required<ArcView>();
  readonly added = output();

  protected readonly open = signal(false);
  protected readonly typed = signal('');
  protected readonly after = signal('');
  protected readonly busy = signal(false);
  protected readonly trouble = signal('');
  protected readonly occasions = computed(() => occasionsOf(this.arc()));
  readonly unsaved = computed(() => this.typed().trim() !== '');
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  /** One key as long as the thought is the same, so that a retry after a lost answer makes no second entry. */
  private once = crypto.randomUUID();

  begin(): void {
    this.open.set(true);
    setTimeout(() => {
      const field = this.field()?.nativeElement;
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    });
  }

  protected leave(): void {
    this.open.set(false);
    this.typed.set('');
    this.after.set('');
    this.trouble.set('');
    this.once = crypto.randomUUID();
  }

  protected write(text: string): void {
    this.typed.set(text);
    this.once = crypto.randomUUID();
  }

  /** Puts it down as an entry of mine alone; `longer` goes on in the editor. */
  async save(longer = false): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.trouble.set('');
    try {
      const { cohortId, question } = this.arc();
      const [kind, id] = this.after().split(':');
      const body = {
        questionId: question.id,
        body: this.typed().trim(),
        lang: this.language.current(),
        ...(kind === 'meeting' && id && { meetingId: id }),
        ...(kind === 'circle' && id && { circleId: id }),
      };
      const entry = await this.client.create(cohortId, body, this.once);
      this.leave();
      this.added.emit();
      if (longer) void this.router.navigate(['/kirjuta', entry.id]);
      else this.toasts.say(this.words.translate('journal.arc.add.saved'));
      return true;
    } catch (error) {
      this.trouble.set(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown');
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
