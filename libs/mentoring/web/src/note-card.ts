import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@opiring/contract/cohorts';
import type { NoteView } from '@opiring/contract/mentoring';
import { personWords } from '@opiring/journal/web';
import { Icon, Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { Conversation } from './conversation';
import { KindLine } from './kind-line';

const letters = { noticing: 'n', wondering: 'w', asking: 'a', offering: 'o' };

/** A mentor's note with what was answered to it. Beside the text, or on a phone right after its passage. */
@Component({
  selector: 'op-note-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, KindLine, Seat, TranslocoPipe],
  templateUrl: './note-card.html',
  styleUrl: './note-card.css',
  host: {
    role: 'article',
    '[class]': 'look()',
    '[class.is-on]': 'active()',
    '[attr.aria-label]': 'by().name',
  },
})
export class NoteCard {
  readonly note = input.required<NoteView>();
  /** The entry's author: a mentor answers to them. */
  readonly author = input.required<PersonView>();
  readonly active = input(false);
  readonly inline = input(false);
  /** Whether its passage still stands in the text shown. */
  readonly placed = input(true);

  protected readonly dates = inject(Dates);
  private readonly conversation = inject(Conversation);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = personWords;
  protected readonly by = computed(() => personWords(this.note().by));
  protected readonly other = computed(() => (this.note().mine ? this.author() : this.note().by));
  protected readonly look = computed(() => (this.inline() ? 'mg' : `nt nt--${letters[this.note().kind]}`));
  protected readonly fieldId = computed(() => `reply-${this.note().id}${this.inline() ? '-inline' : ''}`);
  protected readonly writing = signal(false);
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  protected begin(): void {
    this.writing.set(true);
    setTimeout(() => this.host.nativeElement.querySelector('textarea')?.focus());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const body = this.text().trim();
    if (!body) return;
    await this.doing(async () => {
      await this.conversation.reply(this.note(), body);
      this.text.set('');
      this.writing.set(false);
    });
  }

  protected thank(): Promise<void> {
    return this.doing(() => this.conversation.thank(this.note()));
  }

  private async doing(deed: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failed.set(false);
    try {
      await deed();
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
