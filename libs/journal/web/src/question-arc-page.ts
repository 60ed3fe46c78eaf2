import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ArcView, MovedView } from '@opiring/contract/arc';
import type { CurriculumView } from '@opiring/contract/curriculum';
import { Ask, EmptyState, ErrorState, Icon, Loader, QuestionGlyph } from '@opiring/platform/ui';
import { type HasUnsaved, Local, Me } from '@opiring/platform/web';
import { ArcMoment } from './arc-moment';
import { ArcMoved } from './arc-moved';
import { ArcPlace } from './arc-place';
import { ArcTimeline } from './arc-timeline';
import { ArcWords } from './arc-words';
import { JournalDownload } from './journal-download';
import { questionsOf } from './questions';

/** One guiding question, asked three times: my own answers side by side, what happened meanwhile, and what moved. Mine alone. */
@Component({
  selector: 'op-question-arc-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ArcMoment,
    ArcMoved,
    ArcPlace,
    ArcTimeline,
    ArcWords,
    EmptyState,
    ErrorState,
    Icon,
    JournalDownload,
    Loader,
    Local,
    QuestionGlyph,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './question-arc-page.html',
  styleUrl: './question-arc-page.css',
  host: { '(window:beforeunload)': 'hold($event)' },
})
export class QuestionArcPage implements HasUnsaved {
  /** Which question, by its place among the guiding questions. */
  readonly nr = input<string>();
  private readonly me = inject(Me);
  private readonly ask = inject(Ask);
  private readonly words = inject(TranslocoService);

  protected readonly curriculum = httpResource<CurriculumView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/curriculum` : undefined;
  });
  protected readonly questions = computed(() =>
    this.curriculum.hasValue() ? questionsOf(this.curriculum.value()) : [],
  );
  protected readonly chosen = computed(() =>
    this.questions().find(({ position }) => String(position) === (this.nr() ?? '1')),
  );
  protected readonly address = computed(() => {
    const question = this.chosen();
    return question ? `/api/cohorts/${this.me.cohortId()}/questions/${question.id}` : '';
  });
  protected readonly arc = httpResource<ArcView>(() =>
    this.address() ? `${this.address()}/arc` : undefined,
  );
  /** The next place that is not open yet is where one may leave oneself a word. */
  protected readonly firstClosed = computed(() =>
    this.arc.hasValue()
      ? this.arc.value().places.find(({ state, answer }) => !answer && state === 'closed')?.moment
      : undefined,
  );
  private readonly moved = viewChild(ArcMoved);
  private readonly moment = viewChild(ArcMoment);

  protected keep(moved: MovedView): void {
    this.arc.update((arc) => arc && { ...arc, moved });
  }

  protected hold(event: BeforeUnloadEvent): void {
    if (this.unsaved().length) event.preventDefault();
  }

  async settle(): Promise<boolean> {
    for (const part of this.unsaved()) if (!(await part.save())) return false;
    return true;
  }

  confirmLeaving(): Promise<boolean> {
    return this.ask.for({
      heading: this.words.translate('journal.arc.leaving'),
      text: this.words.translate('journal.arc.leavingMore'),
      yes: this.words.translate('journal.write.leavingYes'),
      no: this.words.translate('journal.write.leavingNo'),
      irreversible: true,
    });
  }

  private unsaved(): (ArcMoved | ArcMoment)[] {
    return [this.moved(), this.moment()].flatMap((part) => (part?.unsaved() ? [part] : []));
  }
}
