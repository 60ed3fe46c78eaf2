import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PersonView } from '@opiring/contract/cohorts';
import type { NoteAnchor, NoteKind } from '@opiring/contract/mentoring';
import type { Locale } from '@opiring/contract/values';
import { personWords } from '@opiring/journal/web';
import { Toasts } from '@opiring/platform/ui';
import { Language, Problem } from '@opiring/platform/web';
import { Conversation } from './conversation';
import { KindLine } from './kind-line';

/** A passage, a kind, one sentence, send. */
@Component({
  selector: 'op-note-composer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [KindLine, TranslocoPipe],
  templateUrl: './note-composer.html',
  styleUrl: './note-composer.css',
})
export class NoteComposer {
  readonly author = input.required<PersonView>();
  readonly entryId = input.required<string>();
  readonly lang = input<Locale>('et');
  readonly quote = input<NoteAnchor | null>(null);
  readonly kind = model<NoteKind>('asking');
  /** The note is to be about the whole text. */
  readonly cleared = output();
  readonly sent = output();

  private readonly conversation = inject(Conversation);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly translate = inject(TranslocoService);
  protected readonly kinds = computed<readonly NoteKind[]>(() =>
    this.conversation.canOffer()
      ? ['noticing', 'wondering', 'asking', 'offering']
      : ['noticing', 'wondering', 'asking'],
  );
  protected readonly words = personWords;
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly failed = signal('');

  constructor() {
    effect(() => {
      this.entryId();
      this.text.set('');
      this.failed.set('');
    });
  }

  protected write(event: Event): Promise<void> {
    event.preventDefault();
    return this.send(this.kind(), this.text().trim(), this.quote());
  }

  /** A letter may be answered with thanks alone. */
  protected onlyThank(): Promise<void> {
    return this.send('noticing', this.translate.translate('mentoring.compose.thanks'), null);
  }

  private async send(kind: NoteKind, body: string, anchor: NoteAnchor | null): Promise<void> {
    if (!body) return;
    this.busy.set(true);
    this.failed.set('');
    try {
      await this.conversation.note({ kind, body, anchor, lang: this.language.current() });
      this.text.set('');
      this.toasts.say(this.translate.translate('mentoring.compose.sent', personWords(this.author())));
      this.sent.emit();
    } catch (error) {
      this.failed.set(this.reason(Problem.of(error)));
    } finally {
      this.busy.set(false);
    }
  }

  private reason({ status }: Problem): string {
    if (status === 0) return 'mentoring.compose.offline';
    return status === 404 ? 'mentoring.compose.revoked' : 'mentoring.compose.failed';
  }
}
