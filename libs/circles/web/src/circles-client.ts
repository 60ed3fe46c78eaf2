import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { CircleView, CirclesView, CorrectCircle, RecordCircle } from '@opiring/contract/circles';
import { Api, Me } from '@opiring/platform/web';

/** The circles one may see: one's own, those of the leaders one accompanies, or the cohort's. Lives as long as the page. */
@Injectable()
export class CirclesClient {
  private readonly api = inject(Api);
  private readonly me = inject(Me);

  readonly resource = httpResource<CirclesView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/circles` : undefined;
  });
  /** The pages read so far; the first again whenever anything changes. */
  private readonly read = linkedSignal<CirclesView>(() =>
    this.resource.hasValue() ? this.resource.value() : nothing,
  );
  /** The latest held first, whenever it was told. */
  readonly circles = computed(() => this.read().circles.toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)));
  /** Where the next page begins; absent when all is read. */
  readonly next = computed(() => this.read().next);
  readonly people = computed(() => this.circles().reduce((sum, { people }) => sum + people, 0));

  async more(): Promise<void> {
    const page = await this.api.get<CirclesView>(
      `/api/cohorts/${this.me.cohortId()}/circles?after=${encodeURIComponent(this.next() ?? '')}`,
    );
    this.read.update(({ circles }) => ({ ...page, circles: [...circles, ...page.circles] }));
  }

  async record(circle: RecordCircle, once: string): Promise<void> {
    await this.api.post(`/api/cohorts/${this.me.cohortId()}/circles`, circle, { once });
    this.resource.reload();
  }

  async correct({ id, revision }: CircleView, change: CorrectCircle): Promise<void> {
    await this.api.patch(`/api/circles/${id}`, change, { revision });
    this.resource.reload();
  }

  async withdraw({ id, revision }: CircleView): Promise<void> {
    await this.api.delete(`/api/circles/${id}`, { revision });
    this.resource.reload();
  }
}

const nothing: CirclesView = { circles: [], can: { record: false } };
