import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { NoteAnchor, NoteKind } from '@opiring/contract/mentoring';
import {
  OccasionWords,
  type Passage,
  PassagePicker,
  Versions,
  personWords,
  placedIn,
} from '@opiring/journal/web';
import { ErrorState, Icon, Loader, Seat } from '@opiring/platform/ui';
import { Dates, Language, Local, Me, WordTitle } from '@opiring/platform/web';
import { Conversation } from './conversation';
import { narrowScreen } from './narrow-screen';
import { NoteCard } from './note-card';
import { NoteComposer } from './note-composer';
import { Receipt } from './receipt';
import { ShareBehind } from './share-behind';
import { SharesPanel } from './shares-panel';

/** A text and what is said about it: the author's own, or the version somebody was given to read. */
@Component({
  selector: 'op-entry-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ErrorState,
    Icon,
    Loader,
    Local,
    NoteCard,
    NoteComposer,
    OccasionWords,
    PassagePicker,
    Receipt,
    RouterLink,
    Seat,
    ShareBehind,
    SharesPanel,
    TranslocoPipe,
    Versions,
  ],
  providers: [Conversation],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.css',
})
export class EntryPage {
  readonly id = input.required<string>();
  protected readonly talk = inject(Conversation);
  protected readonly dates = inject(Dates);
  private readonly me = inject(Me);
  private readonly title = inject(WordTitle);
  private readonly language = inject(Language);
  private readonly translate = inject(TranslocoService);

  protected readonly words = personWords;
  protected readonly narrow = narrowScreen();
  protected readonly mentor = computed(() => this.me.role() === 'mentor');
  protected readonly sharing = signal(false);
  protected readonly history = signal(false);
  protected readonly quote = signal<NoteAnchor | null>(null);
  protected readonly kind = signal<NoteKind>('asking');
  /** Looked at for a moment, and chosen to stay. */
  protected readonly over = signal<string | null>(null);
  protected readonly fixed = signal<string | null>(null);
  protected readonly shown = computed(() => this.over() ?? this.fixed());

  protected readonly passages = computed((): Passage[] => {
    const quote = this.quote();
    const chosen: Passage[] = quote ? [{ id: 'chosen', kind: this.kind(), ...quote, chosen: true }] : [];
    return [...chosen, ...this.talk.passages()];
  });
  protected readonly placed = computed(() =>
    this.talk.entry.hasValue()
      ? placedIn(this.talk.entry.value().body, this.talk.passages())
      : new Set<string>(),
  );
  /** On a phone, notes on a passage stand in the text; here are the rest. */
  protected readonly beside = computed(() =>
    this.talk.notes().filter(({ id }) => !this.narrow() || !this.placed().has(id)),
  );
  protected readonly readers = computed(() => {
    this.language.current();
    if (!this.talk.entry.hasValue()) return '';
    const entry = this.talk.entry.value();
    if (!entry.mine) return this.translate.translate<string>('mentoring.entry.readByYou');
    const people = new Map(
      entry.shares.flatMap((share) => share.recipients).map((one) => [one.membershipId, one]),
    );
    const names = [...people.values()].map((one) => personWords(one).first);
    if (names.length === 0) return this.translate.translate<string>('mentoring.entry.onlyYou');
    const said = new Intl.ListFormat(this.language.current()).format([
      personWords(entry.author).first,
      ...names,
    ]);
    return names.length > 3
      ? this.translate.translate<string>('mentoring.entry.readByMany', { n: names.length })
      : this.translate.translate<string>('mentoring.entry.readBy', { names: said });
  });

  constructor() {
    effect(() => this.talk.open(this.id()));
    effect(() => {
      if (this.talk.entry.hasValue()) this.title.set(this.talk.entry.value().title || this.readers());
    });
  }

  /** From a passage to its note. */
  protected press(id: string): void {
    this.fixed.set(id);
    document.getElementById(`note-${id}`)?.scrollIntoView({ block: 'nearest' });
  }
}
