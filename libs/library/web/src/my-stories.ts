import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MyStoriesView, StoryAudience } from '@opiring/contract/shelf';
import { Toasts } from '@opiring/platform/ui';
import { Api, Dates, Local, Problem } from '@opiring/platform/web';

type Mine = MyStoriesView['stories'][number];

/** Stories I am in: read them, say yes before the cohort or before everybody, take a yes back. Silence is no. */
@Component({
  selector: 'op-my-stories',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Local, TranslocoPipe],
  templateUrl: './my-stories.html',
  styles: `
    .ms {
      display: grid;
      gap: 1rem;
      justify-items: start;
      margin-top: 1.25rem;
    }
    .ms .read {
      white-space: pre-line;
    }
  `,
})
export class MyStories {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  readonly cohortId = input.required<string>();
  /** What stands on the shelf may be another. */
  readonly answered = output();
  protected readonly busy = signal(false);

  private readonly found = httpResource<MyStoriesView>(() => `/api/cohorts/${this.cohortId()}/my-stories`);
  protected readonly stories = computed(() => (this.found.hasValue() ? this.found.value().stories : []));

  /** My yes to the words that stand there now. */
  protected standing({ consent, version }: Mine): StoryAudience | null {
    return consent?.version === version ? consent.audience : null;
  }

  protected agree({ id, version }: Mine, audience: StoryAudience): Promise<void> {
    return this.attempt('library.mine.agreed', () =>
      this.api.put(`/api/stories/${id}/consent`, { version, audience }),
    );
  }
  protected withdraw({ id }: Mine): Promise<void> {
    return this.attempt('library.mine.withdrawn', () => this.api.delete(`/api/stories/${id}/consent`));
  }

  private async attempt(said: string, deed: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await deed();
      this.toasts.say(this.words.translate(said));
      this.answered.emit();
    } catch (error) {
      const { status } = Problem.of(error);
      const word =
        status === 412 ? 'library.mine.changed' : status === 0 ? 'problem.offline' : 'problem.unknown';
      this.toasts.say(this.words.translate(word));
    } finally {
      this.busy.set(false);
      this.found.reload();
    }
  }
}
