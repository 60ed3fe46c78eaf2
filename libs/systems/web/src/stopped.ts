import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { StoppedView } from '@opiring/contract/systems';
import { Me } from '@opiring/platform/web';

/** Who is told no more until somebody resumes; asked once for a cohort, and again where something was done about it. */
@Injectable({ providedIn: 'root' })
export class Stopped {
  private readonly me = inject(Me);
  private readonly found = httpResource<StoppedView>(() => {
    const seat = this.me.membership();
    return seat?.role === 'program_leader' && seat.state === 'active'
      ? `/api/cohorts/${seat.cohortId}/systems/stopped`
      : undefined;
  });
  readonly all = computed(() => (this.found.hasValue() ? this.found.value().stopped : []));

  again(): void {
    this.found.reload();
  }
}
