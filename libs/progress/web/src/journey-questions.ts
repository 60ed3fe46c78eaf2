import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { JourneyQuestionView, JourneyView } from '@opiring/contract/progress';
import { ReleaseWords } from '@opiring/curriculum/web';
import { Bead, QuestionGlyph, beadOf } from '@opiring/platform/ui';
import { Dates, Language, Local } from '@opiring/platform/web';

type MomentView = JourneyQuestionView['moments'][number];

/** The guiding questions, each with its three moments by shape and word. */
@Component({
  selector: 'op-journey-questions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, Local, QuestionGlyph, RouterLink, TranslocoPipe],
  templateUrl: './journey-questions.html',
  styles: `
    .qs__r {
      grid-column: 3;
      display: grid;
      gap: 0.25rem;
      margin-top: -0.75rem;
    }
    @media (max-width: 1080px) {
      .qs__r {
        grid-column: 2;
      }
    }
    @media (max-width: 760px) {
      .qs__r {
        grid-column: 1;
        margin-top: 0;
      }
    }
    @media (max-width: 400px) {
      .qs__s {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.5rem;
      }
      .qs__s li {
        flex-direction: column;
        gap: 0.25rem;
      }
    }
  `,
})
export class JourneyQuestions {
  private readonly dates = inject(Dates);
  private readonly releases = inject(ReleaseWords);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);

  readonly journey = input.required<JourneyView>();
  /** Only to look at. */
  readonly looking = input(false);
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

  /** What has to come before a moment opens, where a day does not say it: a sentence, too long to stand beside its bead. */
  protected waiting(question: JourneyQuestionView): { moment: MomentView['moment']; rule: string }[] {
    return this.asked(question).flatMap(({ moment, release }) =>
      release ? [{ moment, rule: this.releases.sentence(release, this.journey()) }] : [],
    );
  }

  /** The day of an answer; else whether it waits, is begun, or from when it opens. */
  protected said({ state, at, opensOn }: MomentView): string {
    this.language.current();
    if (state === 'done' && at) return this.dates.short(this.dates.dayOf(at));
    if (state === 'closed' && opensOn) {
      // The day itself never breaks in two.
      const day = this.dates.short(opensOn).replaceAll(' ', '\u00a0');
      return this.words.translate('progress.questions.from', { day });
    }
    return this.words.translate(`progress.questions.${state}`);
  }

  protected wayOf({
    state,
    entryId,
    activityId,
  }: MomentView): { route: string[]; query?: Record<string, string> } | null {
    if (this.looking()) return null;
    if (state === 'done') return entryId ? { route: ['/motisklused', entryId] } : null;
    if (state === 'closed') return null;
    if (entryId) return { route: ['/kirjuta', entryId] };
    return activityId ? { route: ['/kirjuta'], query: { activity: activityId } } : null;
  }
}
