import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CurriculumView } from '@opiring/contract/curriculum';
import type { EntrySummaryView } from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { Bead, EmptyState, ErrorState, Icon, Loader, QuestionGlyph } from '@opiring/platform/ui';
import { Dates, Local, Me } from '@opiring/platform/web';
import { MAX_ANSWERS, arcOf, openingWords } from './question-arc';
import { widestOf } from './readers';

/** The guiding questions, each asked three times: my own words side by side. Only I see them so. */
@Component({
  selector: 'op-questions-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, EmptyState, ErrorState, Icon, Loader, Local, QuestionGlyph, RouterLink, TranslocoPipe],
  templateUrl: './questions-page.html',
  styleUrl: './questions-page.css',
})
export class QuestionsPage {
  /** Which question, by its place; the first where the address does not say. */
  readonly kysimus = input<string>();
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly widestOf = widestOf;
  protected readonly opening = openingWords;

  protected readonly curriculum = httpResource<CurriculumView>(() => this.under('curriculum'));
  protected readonly entries = httpResource<Page<EntrySummaryView>>(() =>
    this.under(`entries?limit=${MAX_ANSWERS}`),
  );
  protected readonly questions = computed(() =>
    this.curriculum.hasValue()
      ? this.curriculum
          .value()
          .questions.filter(({ strand }) => strand === 'main')
          .toSorted((a, b) => a.position - b.position)
      : [],
  );
  protected readonly chosen = computed(() => {
    const questions = this.questions();
    return questions.find(({ position }) => String(position) === this.kysimus()) ?? questions[0];
  });
  protected readonly moments = computed(() => {
    const question = this.chosen();
    if (!question || !this.curriculum.hasValue() || !this.entries.hasValue()) return [];
    return arcOf(question, this.curriculum.value(), this.entries.value().items, this.dates.today());
  });

  private under(what: string): string | undefined {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/${what}` : undefined;
  }
}
