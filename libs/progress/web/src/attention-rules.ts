import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AttentionRules as Rules, AttentionRulesView } from '@opiring/contract/attention';
import { Toasts } from '@opiring/platform/ui';
import { alike, Api, Problem } from '@opiring/platform/web';

type Counted = 'missedMeetings' | 'unansweredDays' | 'pauseEndsDays';
interface Sentence {
  readonly key: Counted;
  readonly usual: number;
  readonly min: number;
  readonly max: number;
}
/** The sentences with a number in them, with the number that stands at first. */
const COUNTED: readonly Sentence[] = [
  { key: 'missedMeetings', usual: 2, min: 1, max: 20 },
  { key: 'unansweredDays', usual: 10, min: 1, max: 120 },
  { key: 'pauseEndsDays', usual: 7, min: 0, max: 60 },
];

/** By what the list is made up: plain sentences, each to be switched off, their numbers changed where they stand. */
@Component({
  selector: 'op-attention-rules',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  templateUrl: './attention-rules.html',
  styleUrl: './attention-rules.css',
})
export class AttentionRules {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly rules = input.required<AttentionRulesView>();
  readonly path = input.required<string>();
  /** The list is another one now. */
  readonly changed = output();
  protected readonly counted = COUNTED;
  protected readonly busy = signal(false);
  private readonly kept = computed(() => asked(this.rules()), { equal: alike });
  protected readonly wish = linkedSignal<Rules>(() => this.kept());

  protected different(): boolean {
    return JSON.stringify(this.wish()) !== JSON.stringify(asked(this.rules()));
  }
  protected set(part: Partial<Rules>): void {
    this.wish.update((wish) => ({ ...wish, ...part }));
  }
  protected use({ key, usual }: Sentence, yes: boolean): void {
    this.set({ [key]: yes ? usual : null });
  }
  protected count({ key, usual, min, max }: Sentence, n: number): void {
    this.set({ [key]: Number.isFinite(n) ? Math.min(max, Math.max(min, Math.round(n))) : usual });
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.put(this.path(), this.wish(), { revision: this.rules().revision });
      this.toasts.say(this.words.translate('progress.attention.rules.saved'));
      this.changed.emit();
    } catch (error) {
      const { status } = Problem.of(error);
      const word = status === 0 ? 'offline' : status === 412 ? 'stale' : 'unknown';
      this.toasts.fail(this.words.translate(`problem.${word}`));
      if (status === 412) this.changed.emit();
    } finally {
      this.busy.set(false);
    }
  }
}

const asked = ({ missedMeetings, unansweredDays, asked, pauseEndsDays }: Rules): Rules => ({
  missedMeetings,
  unansweredDays,
  asked,
  pauseEndsDays,
});
