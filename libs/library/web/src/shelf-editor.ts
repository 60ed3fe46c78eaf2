import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PeopleView } from '@opiring/contract/cohorts';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import { ErrorState, Loader, Toasts } from '@opiring/platform/ui';
import { Api, LocalPipe, Me, Problem } from '@opiring/platform/web';
import { PrinciplesEditor } from './principles-editor';
import { ResourcesEditor } from './resources-editor';
import { StoryCard } from './story-card';
import { StoryForm } from './story-form';

/** Carries out one deed on the shelf and takes the shelf that comes back; true where it went through. */
export type Deed = (said: string, deed: () => Promise<ShelfDraftView>) => Promise<boolean>;

/** Where an organizer keeps the shelf: what to read, the stories and who agreed to them, the principles by version. */
@Component({
  selector: 'op-shelf-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ErrorState,
    Loader,
    LocalPipe,
    PrinciplesEditor,
    ResourcesEditor,
    RouterLink,
    StoryCard,
    StoryForm,
    TranslocoPipe,
  ],
  templateUrl: './shelf-editor.html',
  styleUrl: './shelf-editor.css',
})
export class ShelfEditor {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly slug = input.required<string>();

  protected readonly path = computed(() => `/api/programmes/${encodeURIComponent(this.slug())}/shelf`);
  protected readonly found = httpResource<ShelfDraftView>(() => this.path());
  protected readonly shelf = linkedSignal(() => (this.found.hasValue() ? this.found.value() : undefined));
  private readonly people = httpResource<PeopleView>(() => {
    const cohort = this.me.cohortId();
    return cohort ? `/api/cohorts/${cohort}/people` : undefined;
  });
  protected readonly members = computed(() =>
    this.people.hasValue() ? this.people.value().people.filter(({ ended }) => !ended) : [],
  );
  protected readonly writing = signal(false);
  protected readonly failed = signal('');

  protected readonly attempt: Deed = async (said, deed) => {
    this.failed.set('');
    try {
      this.shelf.set(await deed());
      this.toasts.say(this.words.translate(said));
      return true;
    } catch (error) {
      const { status } = Problem.of(error);
      this.failed.set(
        status === 0 ? 'problem.offline' : status === 412 ? 'library.keep.stale' : 'library.keep.bad',
      );
      return false;
    }
  };

  protected async remove(id: string): Promise<void> {
    await this.attempt('library.keep.removed', () => this.api.delete<ShelfDraftView>(`/api/stories/${id}`));
  }
}
