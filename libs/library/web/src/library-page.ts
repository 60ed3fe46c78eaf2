import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { InterestView, LibraryView } from '@opiring/contract/library';
import type { MaterialsView } from '@opiring/contract/materials';
import type { Page } from '@opiring/contract/text';
import { Ask, EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Local, Me, Problem } from '@opiring/platform/web';
import { CohortMaterials } from './cohort-materials';
import { MyStories } from './my-stories';
import { PartnerList } from './partner-list';
import { Shelf } from './shelf';

/** Materials of the cohort: the principles to accept, the shelf, the partners; for organizers, who waits for the next intake. */
@Component({
  selector: 'op-library-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CohortMaterials,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    Local,
    MyStories,
    PartnerList,
    RouterLink,
    Shelf,
    TranslocoPipe,
  ],
  templateUrl: './library-page.html',
  styleUrl: './library-page.css',
})
export class LibraryPage {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  protected readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly busy = signal(false);

  protected readonly library = httpResource<LibraryView>(() => {
    const cohort = this.me.cohortId();
    return cohort ? `/api/cohorts/${cohort}/library` : undefined;
  });
  protected readonly view = computed(() => (this.library.hasValue() ? this.library.value() : null));
  protected readonly materials = httpResource<MaterialsView>(() => {
    const cohort = this.me.cohortId();
    return cohort ? `/api/cohorts/${cohort}/materials` : undefined;
  });
  protected readonly gathered = computed(() => {
    const found = this.materials.hasValue() ? this.materials.value() : null;
    return found?.modules.length ? found : null;
  });
  protected readonly interests = httpResource<Page<InterestView>>(() => {
    const cohort = this.me.cohortId();
    return cohort && this.view()?.can.seeInterests ? `/api/cohorts/${cohort}/interests` : undefined;
  });
  /** Pages asked for beyond the first; dropped when the first is read again. */
  private readonly further = linkedSignal<Page<InterestView> | null, Page<InterestView>[]>({
    source: () => (this.interests.hasValue() ? this.interests.value() : null),
    computation: () => [],
  });
  private readonly pages = computed(() =>
    this.interests.hasValue() ? [this.interests.value(), ...this.further()] : null,
  );
  protected readonly interested = computed(() => this.pages()?.flatMap(({ items }) => items) ?? null);
  protected readonly next = computed(() => this.pages()?.at(-1)?.next ?? null);
  protected readonly bare = computed(() => {
    const view = this.view();
    return (
      view !== null && !this.gathered() && !view.resources.length && !view.stories.length && !view.principles
    );
  });

  protected async accept(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.post(`/api/principles/${id}/acceptances`);
      this.toasts.say(this.words.translate('library.principles.accepted'));
      this.library.reload();
    } catch (error) {
      this.toasts.fail(
        this.words.translate(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown'),
      );
    } finally {
      this.busy.set(false);
    }
  }

  protected async showMore(after: string): Promise<void> {
    const path = `/api/cohorts/${this.me.cohortId()}/interests?after=${encodeURIComponent(after)}`;
    const page = await this.api.get<Page<InterestView>>(path);
    this.further.update((pages) => [...pages, page]);
  }

  /** Somebody asked not to be written to. */
  protected async remove(id: string, email: string): Promise<void> {
    const sure = await this.ask.for({
      heading: this.words.translate('library.interests.removeAsk', { email }),
      yes: this.words.translate('action.delete'),
      no: this.words.translate('action.cancel'),
      irreversible: true,
    });
    if (!sure) return;
    try {
      await this.api.delete(`/api/interests/${id}`);
    } catch (error) {
      this.toasts.fail(
        this.words.translate(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown'),
      );
    }
    this.interests.reload();
  }
}
