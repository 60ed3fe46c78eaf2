import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ActivityView, QuestionView } from '@opiring/contract/curriculum';
import type { ReleaseFault } from '@opiring/contract/release';
import { Icon } from '@opiring/platform/ui';
import { Dates, LocalPipe } from '@opiring/platform/web';
import { KIND_PATHS } from './activity-kind';
import { timeWords } from './activity-words';
import { FaultWords } from './release/fault-words';
import { ReleaseWords } from './release/release-words';

/** One activity as the list says it: its kind, name, length, and when it opens. */
@Component({
  selector: 'op-activity-line',
  imports: [Icon, TranslocoPipe, LocalPipe],
  templateUrl: './activity-line.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: 2.5rem minmax(0, 1fr);
      gap: 0 0.625rem;
      min-width: 0;
    }
    .ac__c > span {
      display: inline-block;
    }
    .ac__c > span:not(:last-child)::after {
      content: ' · ';
      white-space: pre;
    }
    .ac__t {
      background: none;
      border: 0;
      padding: 0;
      text-align: left;
      font: inherit;
      overflow-wrap: anywhere;
      min-height: 1.5rem;
    }
    .ac__t:hover {
      text-decoration: underline;
      text-underline-offset: 0.22em;
    }
    @media (max-width: 760px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityLine {
  protected readonly dates = inject(Dates);
  protected readonly releases = inject(ReleaseWords);
  protected readonly faultWords = inject(FaultWords);
  readonly activity = input.required<ActivityView>();
  readonly questions = input<readonly QuestionView[]>([]);
  readonly meetings = input<readonly MeetingView[]>([]);
  readonly fault = input<ReleaseFault>();
  readonly editable = input(true);
  readonly open = output<MouseEvent>();

  protected readonly path = computed(() => KIND_PATHS[this.activity().kind]);
  protected readonly length = computed(() => {
    const { minutes } = this.activity();
    return minutes ? timeWords(minutes) : undefined;
  });
  protected readonly question = computed(() =>
    this.questions().find((q) => q.id === this.activity().questionId),
  );
  protected readonly meeting = computed(() =>
    this.meetings().find((m) => m.id === this.activity().meetingId),
  );
}
