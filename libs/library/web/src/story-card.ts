import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ShelfDraftView, StoryAudience, StoryDraftView, StoryPersonView } from '@opiring/contract/shelf';
import type { Locale } from '@opiring/contract/values';
import { Ask } from '@opiring/platform/ui';
import { Api, Dates, LocalPipe } from '@opiring/platform/web';
import type { Deed } from './shelf-editor';
import { TextInLanguages } from './text-in-languages';

/** One story: its words, and of everybody in it what they said to them. */
@Component({
  selector: 'op-story-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalPipe, TextInLanguages, TranslocoPipe],
  templateUrl: './story-card.html',
  styles: `
    article {
      display: grid;
      gap: 1rem;
    }
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 0.75rem;
    }
    li {
      display: grid;
      gap: 0.35rem;
    }
  `,
})
export class StoryCard {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  readonly story = input.required<StoryDraftView>();
  readonly language = input.required<Locale>();
  readonly attempt = input.required<Deed>();
  readonly removed = output();

  protected readonly editing = signal(false);
  protected readonly recording = signal('');
  /** The words that are rewritten: anew with another version of them, not whenever the shelf is read again. */
  private readonly kept = computed(() => this.story(), {
    equal: (one, other) => one.id === other.id && one.version === other.version,
  });
  protected readonly title = linkedSignal(() => this.kept().title);
  protected readonly text = linkedSignal(() => this.kept().text);
  protected readonly author = linkedSignal(() => this.kept().author);

  protected agreed({ consent }: StoryPersonView): boolean {
    return consent?.version === this.story().version;
  }

  protected async save(): Promise<void> {
    const { id, version, url } = this.story();
    const body = { version, title: this.title(), author: this.author().trim(), text: this.text(), url };
    const kept = await this.attempt()('library.keep.saved', () =>
      this.api.patch<ShelfDraftView>(`/api/stories/${id}`, body),
    );
    if (kept) this.editing.set(false);
  }

  protected async record(person: StoryPersonView, audience: StoryAudience, basis: string): Promise<void> {
    const body = { version: this.story().version, audience, basis: basis.trim() };
    const kept = await this.attempt()('library.keep.recorded', () =>
      this.api.put<ShelfDraftView>(`/api/story-people/${person.id}/consent`, body),
    );
    if (kept) this.recording.set('');
  }

  protected strike(person: StoryPersonView): Promise<boolean> {
    return this.attempt()('library.mine.withdrawn', () =>
      this.api.delete<ShelfDraftView>(`/api/story-people/${person.id}/consent`),
    );
  }

  protected async remove(): Promise<void> {
    const sure = await this.ask.for({
      heading: this.words.translate('library.keep.removeAsk'),
      yes: this.words.translate('action.delete'),
      no: this.words.translate('action.cancel'),
      irreversible: true,
    });
    if (sure) this.removed.emit();
  }
}
