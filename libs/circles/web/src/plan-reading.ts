import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PlanReadingView } from '@opiring/contract/release';
import { Bead, ErrorState, Icon, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Me, Problem } from '@opiring/platform/web';

/** "I have read the plan": said by the partner, seen by both. */
@Component({
  selector: 'op-plan-reading',
  imports: [Bead, ErrorState, Icon, TranslocoPipe],
  template: `
    <section class="cp__s" aria-labelledby="plan">
      <div class="cp__l">
        <h2 id="plan">{{ 'circles.plan.title' | transloco }}</h2>
        <p class="cap">{{ 'circles.plan.lead' | transloco }}</p>
      </div>
      <div class="pp__r">
        @if (view(); as told) {
          @if (told.theirsReadAt; as at) {
            <p class="pr">
              <op-bead state="done" [size]="18" />{{ 'circles.plan.theirs' | transloco: { day: day(at) } }}
            </p>
          }
          <p class="pr">
            <op-bead [state]="told.mineReadAt ? 'done' : 'open'" [size]="18" />
            @if (told.mineReadAt; as at) {
              {{ 'circles.plan.mine' | transloco: { name: partner(), day: day(at) } }}
            } @else {
              {{ 'circles.plan.mineNot' | transloco: { name: partner() } }}
            }
          </p>
          @if (refused(); as word) {
            <p class="note note--c" role="alert"><op-icon name="warning" />{{ word | transloco }}</p>
          }
          <p class="row">
            @if (told.can.read) {
              <button type="button" class="btn btn--main" [disabled]="busy()" (click)="say(true)">
                {{ 'circles.plan.say' | transloco }}
              </button>
            } @else if (told.can.takeBack) {
              <button type="button" class="btn btn--quiet" [disabled]="busy()" (click)="say(false)">
                {{ 'circles.plan.takeBack' | transloco }}
              </button>
            }
          </p>
        } @else if (reading.error()) {
          <op-error [problem]="reading.error()" (retry)="reading.reload()" />
        }
      </div>
    </section>
  `,
  styles: `
    .pr {
      display: flex;
      gap: 0.625rem;
      align-items: center;
    }
    .row {
      margin-top: 1rem;
    }
  `,
  styleUrl: './partner-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanReading {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly dates = inject(Dates);
  readonly partner = input.required<string>();
  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  protected readonly reading = httpResource<PlanReadingView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/plan-reading` : undefined;
  });
  protected readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));

  protected day(at: string): string {
    return this.dates.day(this.dates.dayOf(at));
  }

  protected async say(read: boolean): Promise<void> {
    const path = `/api/cohorts/${this.me.cohortId()}/plan-reading`;
    this.busy.set(true);
    this.refused.set('');
    try {
      await (read ? this.api.put(path) : this.api.delete(path));
      this.toasts.say(this.words.translate(read ? 'circles.plan.said' : 'circles.plan.taken'));
    } catch (error) {
      this.refused.set(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown');
    } finally {
      this.reading.reload();
      this.busy.set(false);
    }
  }
}
