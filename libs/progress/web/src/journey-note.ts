import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { JourneyView } from '@opiring/contract/progress';
import { Icon, Seat, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Problem } from '@opiring/platform/web';

/** The mentor's latest note, with the passage it is about, the way to the conversation, and thanks. */
@Component({
  selector: 'op-journey-note',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, Seat, TranslocoPipe],
  template: `
    <article class="mn" aria-labelledby="mn">
      <h2 id="mn" class="kick">{{ 'progress.note.kind.' + note().kind | transloco }}</h2>
      <blockquote class="mn__q serif">
        @for (piece of pieces(); track $index) {
          @if ($index % 2) {
            <em [textContent]="piece"></em>
          } @else {
            <span [textContent]="piece"></span>
          }
        }
      </blockquote>
      @if (elsewhere()) {
        <p class="cap mn__on">{{ 'progress.note.on' | transloco: { quote: elsewhere() } }}</p>
      }
      <div class="per">
        <op-seat kind="mentor" [name]="note().by.name" [size]="48" />
        <span
          ><b>{{ note().by.name }}</b
          ><span class="cap">{{
            'progress.note.by' | transloco: { when: dates.when(note().at) }
          }}</span></span
        >
      </div>
      <p class="row mn__go">
        <a class="btn btn--line" [routerLink]="['/motisklused', note().entryId]">{{
          'progress.note.open' | transloco
        }}</a>
        @if (thanked()) {
          <span class="row" role="status"
            ><op-icon name="leaf" />{{ 'progress.note.thanked' | transloco }}</span
          >
        } @else {
          <button type="button" class="btn btn--quiet" [disabled]="busy()" (click)="thank()">
            <op-icon name="leaf" />{{ 'progress.note.thanks' | transloco }}
          </button>
        }
      </p>
    </article>
  `,
  styles: `
    .mn__q {
      overflow-wrap: anywhere;
    }
    .mn__go {
      margin-top: 1.5rem;
    }
    .mn__on {
      margin: -1rem 0 1.5rem;
    }
  `,
})
export class JourneyNote {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);

  readonly note = input.required<NonNullable<JourneyView['latestNote']>>();
  readonly changed = output();
  protected readonly busy = signal(false);
  private readonly said = signal(false);
  protected readonly thanked = computed(() => this.said() || this.note().thanked);

  /** The note around the author's passage, where the mentor repeats it: the odd pieces are the passage. */
  protected readonly pieces = computed(() => {
    const { body, quote } = this.note();
    const at = quote ? body.indexOf(quote) : -1;
    return quote && at >= 0
      ? [`„${body.slice(0, at)}`, quote, `${body.slice(at + quote.length)}“`]
      : [`„${body}“`];
  });
  protected readonly elsewhere = computed(() => (this.pieces().length === 1 ? this.note().quote : null));

  protected async thank(): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.put(`/api/notes/${this.note().noteId}/thanks`);
      this.said.set(true);
      this.changed.emit();
    } catch (error) {
      const key = Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown';
      this.toasts.say(this.words.translate(key));
    } finally {
      this.busy.set(false);
    }
  }
}
