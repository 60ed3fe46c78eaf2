import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import { Icon, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Local, Problem } from '@opiring/platform/web';

/** The next meeting: when, where, what it is about; whether I am coming; and a file for the calendar. */
@Component({
  selector: 'op-journey-meeting',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Local, TranslocoPipe],
  templateUrl: './journey-meeting.html',
  styles: `
    .mt__go {
      margin-top: 1.25rem;
    }
    .mt__n,
    .mt__d {
      min-width: 0;
    }
    .mt .btn[aria-pressed='true'] {
      background: var(--juniper-soft);
      color: var(--on-juniper-soft);
    }
  `,
})
export class JourneyMeeting {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);

  readonly meeting = input.required<MeetingView>();
  protected readonly day = computed(() => this.dates.dayOf(this.meeting().startsAt));
  protected readonly number = computed(() => Number(this.day().slice(8)));
  protected readonly coming = linkedSignal(() => this.meeting().myReply ?? null);
  protected readonly busy = signal(false);

  protected async answer(coming: boolean): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.put(`/api/meetings/${this.meeting().id}/reply`, { coming });
      this.coming.set(coming);
      this.toasts.say(this.words.translate(coming ? 'progress.meeting.saidYes' : 'progress.meeting.saidNo'));
    } catch (error) {
      const key = Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown';
      this.toasts.say(this.words.translate(key));
    } finally {
      this.busy.set(false);
    }
  }
}
