import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EditionsView } from '@opiring/contract/curriculum';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Api, Dates, Me } from '@opiring/platform/web';

/** Every published state of the curriculum, newest first: the day, and who published it. */
@Component({
  selector: 'op-editions-page',
  imports: [EmptyState, ErrorState, Icon, Loader, RouterLink, TranslocoPipe],
  templateUrl: './editions-page.html',
  styleUrl: './editions-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionsPage {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly found = httpResource<EditionsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/editions` : undefined;
  });
  private readonly pages = linkedSignal<EditionsView[] | undefined>(() =>
    this.found.hasValue() ? [this.found.value()] : undefined,
  );
  protected readonly editions = computed(() => this.pages()?.flatMap(({ editions }) => editions));
  protected readonly next = computed(() => this.pages()?.at(-1)?.next);

  protected async more(after: string): Promise<void> {
    const page = await this.api.get<EditionsView>(
      `/api/cohorts/${this.me.cohortId()}/editions?after=${encodeURIComponent(after)}`,
    );
    this.pages.update((pages) => [...(pages ?? []), page]);
  }
}
