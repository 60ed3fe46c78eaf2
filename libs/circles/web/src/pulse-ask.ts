import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import type { PulseView } from '@opiring/contract/pulse';
import { PULSE_ANSWERS, type PulseAnswer } from '@opiring/contract/pulse.values';
import { Api, Dates, focusNext, Me, Problem, wordsHere } from '@opiring/platform/web';

/**
 * The one question after a meeting. It shows while it waits for an answer, and takes a minute at most. What became of the
 * answer is said where the question stood.
 */
@Component({
  selector: 'op-pulse-ask',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  providers: [provideTranslocoScope('circles')],
  templateUrl: './pulse-ask.html',
  styles: `
    .pua > div {
      background: var(--sunken);
      border-radius: var(--r-4);
      padding: clamp(1.25rem, 4vw, 2rem);
    }
    .pua__t {
      font-size: var(--t-20);
      outline-offset: 0.5rem;
    }
    .pua__q {
      padding: 0;
      font-size: var(--t-24);
      margin: 0.25rem 0 0.75rem;
    }
    .pua__a {
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      margin-bottom: 0.75rem;
    }
    .pua .btn {
      margin-top: 1rem;
    }
  `,
})
export class PulseAsk {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly focusOn = focusNext();
  protected readonly here = wordsHere('circles');
  protected readonly dates = inject(Dates);
  protected readonly answers = PULSE_ANSWERS;
  protected readonly chosen = signal<PulseAnswer | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = signal('');
  /** What became of the answer just given. */
  protected readonly told = signal('');
  protected readonly pulse = httpResource<PulseView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/pulse` : undefined;
  });

  protected async send(event: Event, meetingId: string): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    this.failed.set('');
    try {
      await this.api.post(`/api/meetings/${meetingId}/pulse`, { answer: this.chosen() });
      this.tell('circles.pulse.ask.done');
    } catch (error) {
      const { status, code } = Problem.of(error);
      // Nothing waits here any more: the question goes, the reason stays.
      if (code === 'pulse-answered') this.tell('circles.pulse.ask.already');
      else if (code === 'pulse-closed') this.tell('circles.pulse.ask.closed');
      else this.failed.set(status === 0 ? 'problem.offline' : 'problem.unknown');
    } finally {
      this.busy.set(false);
    }
  }

  /** Focus stood on what is gone now. */
  private tell(key: string): void {
    this.told.set(key);
    this.chosen.set(null);
    this.pulse.reload();
    this.focusOn('.pua__t');
  }
}
