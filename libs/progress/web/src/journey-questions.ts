import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { JourneyQuestionView, JourneyView } from '@opiring/contract/progress';
import { Bead, QuestionGlyph, beadOf } from '@opiring/platform/ui';
import { Dates, Language, Local } from '@opiring/platform/web';

type MomentView = JourneyQuestionView['moments'][number];

/** The guiding questions, each with its three moments by shape and word. */
@Component({
  selector: 'op-journey-questions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, Local, QuestionGlyph, RouterLink, TranslocoPipe],
  template: `
    <ol class="qs">
      @for (question of questions(); track question.id) {
        <li class="qs__i">
          <span class="qs__g"
            ><op-question-glyph [question]="strand() === 'main' ? $index + 1 : 0" [size]="52"
          /></span>
          <p class="qs__t serif">
            <a routerLink="/kusimused" [fragment]="question.id" [opLocal]="question.text"></a>
          </p>
          <ul class="qs__s">
            @for (moment of asked(question); track moment.moment) {
              <li>
                <op-bead [state]="beadOf(moment.state)" />
                <span>
                  <b>{{ 'moment.' + moment.moment | transloco }}</b>
                  <span class="cap">
                    @if (moment.state === 'done') {
                      <span class="vh">{{ 'progress.done' | transloco }} </span>
                    }
                    @if (wayOf(moment); as way) {
                      <a [routerLink]="way.route" [queryParams]="way.query">{{ said(moment) }}</a>
                    } @else {
                      {{ said(moment) }}
                    }
                  </span>
                </span>
              </li>
            }
          </ul>
        </li>
      }
    </ol>
  `,
})
export class JourneyQuestions {
  private readonly dates = inject(Dates);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);

  readonly journey = input.required<JourneyView>();
  readonly strand = input<'main' | 'inclusive'>('main');
  protected readonly questions = computed(() =>
    this.journey().questions.filter(({ strand }) => strand === this.strand()),
  );
  protected readonly beadOf = beadOf;

  /** Only the moments at which the curriculum asks; a question may be there to think about alone. */
  protected asked({ moments }: JourneyQuestionView): MomentView[] {
    return moments.filter(
      ({ activityId, state }) => activityId !== null || state === 'done' || state === 'begun',
    );
  }

  /** The day of an answer; else whether it waits, is begun, or from when it opens. */
  protected said({ state, at, opensOn }: MomentView): string {
    this.language.current();
    if (state === 'done' && at) return this.dates.short(this.dates.dayOf(at));
    if (state === 'closed' && opensOn) {
      return this.words.translate('progress.questions.from', { day: this.dates.short(opensOn) });
    }
    return this.words.translate(`progress.questions.${state}`);
  }

  protected wayOf({
    state,
    entryId,
    activityId,
  }: MomentView): { route: string[]; query?: Record<string, string> } | null {
    if (state === 'done') return entryId ? { route: ['/motisklused', entryId] } : null;
    if (state === 'closed') return null;
    if (entryId) return { route: ['/kirjuta', entryId] };
    return activityId ? { route: ['/kirjuta'], query: { activity: activityId } } : null;
  }
}
