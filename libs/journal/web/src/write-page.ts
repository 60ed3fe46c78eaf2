import { DOCUMENT, Location } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ViewEncapsulation,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AudienceView, DocumentNode, EntryView, ShareView } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { Ask, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Dates, type HasUnsaved, Language, Me, Problem, homes } from '@opiring/platform/web';
import { Autosave } from './autosave';
import { ConflictView } from './conflict-view';
import { isBlank } from './document';
import { EntryEditor } from './entry-editor';
import { FrameOffer } from './frame-offer';
import { JournalClient } from './journal-client';
import type { OccasionView } from './occasions';
import { ReaderChooser } from './reader-chooser';
import { type Choice, readerOptions } from './readers';
import { SaveStateLine } from './save-state';
import { SharePreviews } from './share-previews';
import { noWish, ShareWish, widestShare, type Wish, wishFor, wishOf } from './share-wish';
import { Versions } from './versions';
import { WriteHead } from './write-head';
import { keepPlace } from './write-place';
import { anewOf, WriteStart, type WriteStartView } from './write-start';

/** Ten quiet minutes: the question, the text, and who may read it. */
@Component({
  selector: 'op-write-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [
    ConflictView,
    EntryEditor,
    ErrorState,
    FrameOffer,
    Icon,
    Loader,
    ReaderChooser,
    RouterLink,
    SaveStateLine,
    ShareWish,
    TranslocoPipe,
    Versions,
    WriteHead,
  ],
  providers: [Autosave],
  templateUrl: './write-page.html',
  styleUrl: './write-page.css',
})
export class WritePage implements HasUnsaved {
  readonly id = input<string>();
  readonly activity = input<string>();
  readonly question = input<string>();
  readonly moment = input<Moment>();
  readonly entry = input<string>();

  protected readonly autosave = inject(Autosave);
  private readonly client = inject(JournalClient);
  private readonly begin = inject(WriteStart);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly toasts = inject(Toasts);
  private readonly ask = inject(Ask);
  private readonly words = inject(TranslocoService);
  private readonly page = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly previews = inject(SharePreviews);

  protected readonly start = signal<WriteStartView | null>(null);
  protected readonly occasion = signal<OccasionView | null>(null);
  protected readonly beginning = signal<EntryView | undefined>(undefined);
  protected readonly audiences = signal<AudienceView[]>([]);
  protected readonly shares = signal<ShareView[]>([]);
  protected readonly choice = signal<Choice>('me');
  protected readonly wish = signal<Wish>(noWish);
  protected readonly today = inject(Dates).today;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly edition = signal(0);
  protected readonly turns = signal(0);
  protected readonly history = signal(false);
  protected readonly busy = signal(false);
  protected readonly offline = signal(navigator.onLine === false);

  protected readonly lang = computed(() => this.start()?.entry?.lang ?? this.language.current());
  protected readonly participant = computed(() => this.me.role() === 'participant');
  protected readonly home = computed(() => homes[this.me.role() ?? 'participant']);
  protected readonly back = computed(() => (this.participant() ? 'nav.journey' : 'action.back'));
  protected readonly empty = computed(() => {
    const draft = this.autosave.draft();
    return !draft || isBlank(draft.body);
  });
  protected readonly names = computed(
    () => readerOptions(this.audiences()).find(({ audience }) => audience === this.choice())?.words ?? {},
  );
  protected readonly mainWord = computed(() => {
    if (this.offline()) return 'journal.write.whenOnline';
    return this.choice() === 'me' ? 'action.done' : `journal.readers.share.${this.choice()}`;
  });

  constructor() {
    const listen = new AbortController();
    const hear = () => {
      this.offline.set(!navigator.onLine);
      if (navigator.onLine) this.autosave.retry();
    };
    addEventListener('online', hear, { signal: listen.signal });
    addEventListener('offline', hear, { signal: listen.signal });
    const seen = () => this.page.visibilityState === 'visible' && navigator.onLine && this.autosave.retry();
    this.page.addEventListener('visibilitychange', seen, { signal: listen.signal });
    addEventListener('pagehide', () => void this.autosave.flush(), { signal: listen.signal });
    this.page.body.classList.add('is-write');
    inject(DestroyRef).onDestroy(() => {
      listen.abort();
      this.autosave.stop();
      this.begin.leave();
      this.page.body.classList.remove('is-write');
    });
    keepPlace(this.autosave);
    this.autosave.whenReplaced(() => this.edition.update((n) => n + 1));
    effect(() => {
      this.id();
      this.activity();
      this.question();
      this.entry();
      untracked(() => void this.open());
    });
  }

  protected async open(): Promise<void> {
    this.problem.set(null);
    const address = {
      id: this.id(),
      activity: this.activity(),
      question: this.question(),
      moment: this.moment(),
      entry: this.entry(),
    };
    try {
      const begun = await this.begin.begin(address);
      this.autosave.begin(begun.draft, begun);
      this.start.set(begun);
      this.edition.update((n) => n + 1);
      if (begun.entry) this.opened(begun.entry);
      await this.surround(begun);
    } catch (error) {
      this.problem.set(Problem.of(error));
    }
  }

  settle(): Promise<boolean> {
    return this.autosave.settle();
  }

  confirmLeaving(): Promise<boolean> {
    return this.surely('write.leaving', 'write.leavingMore', 'write.leavingYes', 'write.leavingNo');
  }

  protected title(field: HTMLTextAreaElement): void {
    this.autosave.edit({ title: field.value.replaceAll(/\s*\n\s*/g, ' ') });
  }

  /** The frame's headings stand in the empty page; what follows is typing. */
  protected frame(body: DocumentNode): void {
    this.autosave.edit({ body });
    this.edition.update((n) => n + 1);
  }

  /** *Valmis*, privately or with the chosen readers. */
  protected async finish(): Promise<void> {
    const choice = this.choice();
    if ((choice === 'cohort' || choice === 'team') && !(await this.sure(choice))) return;
    this.busy.set(true);
    try {
      if (!(await this.autosave.flush())) return;
      const id = this.autosave.entryId();
      if (!id) return;
      if (choice !== 'me') await this.client.share(id, choice, wishFor(choice, this.wish()));
      await this.client.finish(id);
      const key = choice === 'me' ? 'journal.write.finished' : `journal.readers.shared.${choice}`;
      this.toasts.say(this.words.translate(key, this.names()));
      await this.router.navigate(['/motisklused', id]);
    } catch (error) {
      this.tell(Problem.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** What the chosen readers would get, from the server: what is on its way goes up first. */
  protected async preview(): Promise<void> {
    this.busy.set(true);
    try {
      const id = (await this.autosave.flush()) && this.autosave.entryId();
      if (!id) return;
      const heading = this.words.translate<string>(`journal.preview.${this.choice()}`, this.names());
      await this.previews.open(id, heading);
    } catch (error) {
      this.tell(Problem.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async leave(): Promise<void> {
    const saved = await this.autosave.flush();
    const written = this.autosave.entryId() !== null || !this.empty();
    if (!(await this.router.navigateByUrl('/motisklused')) || !written) return;
    this.toasts.say(this.words.translate(saved ? 'journal.write.draftKept' : 'journal.write.draftHere'));
  }

  protected async remove(): Promise<void> {
    const id = this.autosave.entryId();
    const sure = await this.surely('delete.heading', 'delete.text', 'delete.yes', 'delete.no');
    if (!id || !sure) return;
    try {
      await this.client.remove(id);
      await this.autosave.forget();
      this.toasts.say(this.words.translate('journal.delete.done'));
      await this.router.navigateByUrl('/motisklused');
    } catch (error) {
      this.tell(Problem.of(error));
    }
  }

  protected async settleConflict(which: 'mine' | 'theirs' | 'both'): Promise<void> {
    await this.autosave.choose(which);
    this.edition.update((n) => n + 1);
    this.turns.update((n) => n + 1);
  }

  protected async restored(entry: EntryView): Promise<void> {
    await this.autosave.adopt(entry);
    this.edition.update((n) => n + 1);
    this.toasts.say(this.words.translate('journal.versions.restored'));
  }

  /** The entry is gone elsewhere; what is written here begins another. */
  protected startAnew(): void {
    const draft = this.autosave.draft();
    if (draft) this.autosave.begin(anewOf(draft), { kept: true });
  }

  protected toReaders(): void {
    const readers = this.page.getElementById('readers');
    readers?.scrollIntoView({ block: 'start' });
    readers?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
  }

  private opened(entry: EntryView): void {
    this.shares.set(entry.shares);
    this.wish.set(wishOf(widestShare(entry.shares)));
    this.choice.set(widestShare(entry.shares)?.audience ?? 'me');
    if (this.id() !== entry.id) this.location.replaceState(`/kirjuta/${entry.id}`);
  }

  private async surround({ draft }: WriteStartView): Promise<void> {
    const occasion = await this.begin.describe(draft.cohortId, draft.occasion);
    this.occasion.set(occasion);
    const [audiences, beginning] = await Promise.all([
      this.client.audiences(draft.cohortId).catch(() => ({ items: [] })),
      this.begin.beginning(draft.cohortId, occasion),
    ]);
    this.audiences.set(audiences.items);
    this.beginning.set(beginning);
  }

  private surely(...keys: string[]): Promise<boolean> {
    const [heading = '', text = '', yes = '', no = ''] = keys.map((key) =>
      this.words.translate<string>(`journal.${key}`),
    );
    return this.ask.for({ heading, text, yes, no, irreversible: true });
  }

  private sure(choice: 'cohort' | 'team'): Promise<boolean> {
    return this.ask.for({
      heading: this.words.translate(`journal.readers.sure.${choice}`, this.names()),
      text: this.words.translate('journal.readers.sureMore', this.names()),
      yes: this.words.translate(`journal.readers.share.${choice}`),
      no: this.words.translate('journal.readers.keep'),
    });
  }

  private tell(problem: Problem): void {
    const key = problem.status === 0 ? 'problem.offline' : 'problem.unknown';
    const known = problem.code === 'nobody-to-share-with' ? 'journal.readers.nobody' : key;
    this.toasts.say(this.words.translate(known));
  }
}
