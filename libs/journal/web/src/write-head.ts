import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryView } from '@opiring/contract/journal';
import { QuestionGlyph } from '@opiring/platform/ui';
import { Dates, Local } from '@opiring/platform/web';
import { EntryBody } from './entry-body';
import type { OccasionView } from './occasions';

/** What the text answers, in the words it is asked in; and what one wrote on the same question at its beginning. */
@Component({
  selector: 'op-write-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EntryBody, Local, QuestionGlyph, TranslocoPipe],
  template: `
    <div [class.wr__q]="occasion()?.question">
      @if (occasion()?.question; as question) {
        <op-question-glyph [question]="question.position" />
        <div>
          <span class="kick">{{ 'journal.occasion.question' | transloco: place() }}</span>
          <h1><span [opLocal]="question.text"></span></h1>
        </div>
      } @else if (occasion()?.activity; as activity) {
        <div class="wr__q wr__q--a">
          <div>
            <span class="kick">{{ 'journal.occasion.activity' | transloco }}</span>
            <h1><span [opLocal]="activity.title"></span></h1>
            <span class="cap" [opLocal]="activity.instructions"></span>
          </div>
        </div>
      } @else {
        <h1 class="kick">{{ 'journal.occasion.free' | transloco }}</h1>
      }
    </div>
    @if (beginning(); as first) {
      <details class="wr__old">
        <summary>{{ 'journal.write.atFirst' | transloco: { month: month() } }}</summary>
        <div class="said"><op-entry-body [body]="first.body" [lang]="first.lang" /></div>
      </details>
    }
  `,
})
export class WriteHead {
  readonly occasion = input.required<OccasionView | null>();
  readonly beginning = input<EntryView>();
  private readonly dates = inject(Dates);

  protected readonly place = computed(() => ({
    n: this.occasion()?.question?.position ?? 0,
    moment: this.occasion()?.moment ?? 'none',
  }));
  /** 1…12, for the sentence that names the month. */
  protected readonly month = computed(() => {
    const first = this.beginning();
    return first ? String(Number(this.dates.dayOf(first.createdAt).slice(5, 7))) : '0';
  });
}
