import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskLetterView, NoteAnchor, NoteKind } from '@opiring/contract/mentoring';
import { type Passage, PassagePicker } from '@opiring/journal/web';
import { ErrorState, Loader, Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { Conversation } from './conversation';
import { NoteCard } from './note-card';
import { NoteComposer } from './note-composer';

/** One letter, open on the desk: pick a passage, a kind, write one sentence, send. */
@Component({
  selector: 'op-desk-letter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, Loader, NoteCard, NoteComposer, PassagePicker, RouterLink, Seat, TranslocoPipe],
  providers: [Conversation],
  templateUrl: './desk-letter.html',
  styleUrl: './desk-letter.css',
})
export class DeskLetter {
  readonly letter = input.required<DeskLetterView>();
  readonly answered = output();
  protected readonly talk = inject(Conversation);
  protected readonly dates = inject(Dates);
  protected readonly quote = signal<NoteAnchor | null>(null);
  protected readonly kind = signal<NoteKind>('asking');
  protected readonly over = signal<string | null>(null);
  protected readonly passages = computed((): Passage[] => {
    const quote = this.quote();
    const chosen: Passage[] = quote ? [{ id: 'chosen', kind: this.kind(), ...quote, chosen: true }] : [];
    return [...chosen, ...this.talk.passages()];
  });
  private readonly entryId = computed(() => this.letter().id);

  constructor() {
    effect(() => {
      this.talk.open(this.entryId());
      this.quote.set(null);
    });
  }
}
