import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { provideTranslocoScope, TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PulseView } from '@opiring/contract/pulse';
import { PULSE_ANSWERS, type PulseAnswer } from '@opiring/contract/pulse.values';
import { Toasts } from '@opiring/platform/ui';
import { Api, Dates, Me, Problem } from '@opiring/platform/web';

/** The one question after a meeting. It shows while it waits for an answer, and takes a minute at most. */
@Component({
  selector: 'op-pulse-ask',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  providers: [provideTranslocoScope('circles')],
  template: `
    @if (pulse.hasValue() && pulse.value().ask; as ask) {
      <section class="sec pua" aria-labelledby="pua">
        <div>
          <p class="kick" id="pua">
            {{ 'circles.pulse.ask.title' | transloco: { day: dates.day(ask.heldOn) } }}
          </p>
          <form (submit)="send($event, ask.meetingId)">
            <fieldset>
              <legend class="serif pua__q">{{ 'circles.pulse.question' | transloco }}</legend>
              <div class="row pua__a">
                @for (answer of answers; track answer) {
                  <label class="opt">
                    <input
                      type="radio"
                      name="pulse"
                      [value]="answer"
                      [checked]="chosen() === answer"
                      (change)="chosen.set(answer)"
                    />
                    {{ 'circles.pulse.answer.' + answer | transloco }}
                  </label>
                }
              </div>
            </fieldset>
            <p class="cap">
              {{ 'circles.pulse.ask.hint' | transloco: { until: dates.day(ask.until) } }}
              {{ 'circles.pulse.ask.later' | transloco }}
            </p>
            @if (failed(); as key) {
              <p class="err" role="alert">{{ key | transloco }}</p>
            }
            <button class="btn btn--line" [disabled]="!chosen() || busy()">
              {{ 'circles.pulse.ask.send' | transloco }}
            </button>
          </form>
        </div>
      </section>
    }
  `,
  styles: `
    .pua > div {
      background: var(--sunken);
      border-radius: var(--r-4);
      padding: clamp(1.25rem, 4vw, 2rem);
    }
    .pua__q {
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
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly answers = PULSE_ANSWERS;
  protected readonly chosen = signal<PulseAnswer | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = signal('');
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
      this.toasts.say(this.words.translate('circles.pulse.ask.done'));
      this.pulse.reload();
    } catch (error) {
      this.failed.set(sentence(error));
      if (error instanceof Problem && error.status === 409) this.pulse.reload();
    } finally {
      this.busy.set(false);
    }
  }
}

function sentence(error: unknown): string {
  const code = error instanceof Problem ? error.code : '';
  if (code === 'pulse-answered') return 'circles.pulse.ask.already';
  if (code === 'pulse-closed') return 'circles.pulse.ask.closed';
  return Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown';
}
