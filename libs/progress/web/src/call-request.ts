import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnCallView } from '@opiring/contract/attention';
import { Toasts } from '@opiring/platform/ui';
import { Api, Dates, focusNext, keepFresh, Me, Problem } from '@opiring/platform/web';

/** Asking for a call, and all that the program leader's list says of oneself. */
@Component({
  selector: 'op-call-request',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  templateUrl: './call-request.html',
  styles: `
    .why {
      margin: 1rem 0;
    }
  `,
})
export class CallRequest {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly focusOn = focusNext();
  protected readonly dates = inject(Dates);
  protected readonly busy = signal(false);
  private readonly path = computed(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/call` : undefined;
  });
  protected readonly call = httpResource<OwnCallView>(() => this.path());
  /** What the list says beside what one asked oneself. */
  protected readonly reasons = computed(() =>
    this.call.hasValue() ? this.call.value().reasons.filter(({ reason }) => reason !== 'asked') : [],
  );
  protected readonly seenBy = computed(() =>
    this.call.hasValue() ? (this.call.value().asked?.seenBy ?? []).map(({ name }) => name).join(', ') : '',
  );

  constructor() {
    keepFresh(['facts', 'people', 'calls'], this.call);
  }

  protected async ask(yes: boolean): Promise<void> {
    this.busy.set(true);
    try {
      const path = this.path() ?? '';
      this.call.set(await (yes ? this.api.post<OwnCallView>(path, {}) : this.api.delete<OwnCallView>(path)));
      this.toasts.say(this.words.translate(`progress.call.${yes ? 'done' : 'taken'}`));
    } catch (error) {
      const { status } = Problem.of(error);
      this.toasts.fail(this.words.translate(`problem.${status === 0 ? 'offline' : 'unknown'}`));
    } finally {
      this.busy.set(false);
      // A button that could not be pressed for a while has lost the focus.
      this.focusOn('button');
    }
  }
}
