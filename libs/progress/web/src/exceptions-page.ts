import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PeopleView } from '@opiring/contract/cohorts';
import type { CurriculumView } from '@opiring/contract/curriculum';
import type { ExceptionsView, ExceptionView } from '@opiring/contract/exceptions';
import { Ask, EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Me, Problem, keepFresh } from '@opiring/platform/web';
import { ExceptionForm } from './exception-form';
import { ExceptionList } from './exception-list';

/** Everything agreed with leaders beside the curriculum, and agreeing more: for organizers and program leaders. */
@Component({
  selector: 'op-exceptions-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, ErrorState, ExceptionForm, ExceptionList, Icon, Loader, RouterLink, TranslocoPipe],
  templateUrl: './exceptions-page.html',
  styles: `
    h2 {
      margin: 2.5rem 0 0.5rem;
    }
    .exp__n {
      margin-top: 1.5rem;
    }
  `,
})
export class ExceptionsPage {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  /** From the address: whom, and about what. */
  readonly juht = input<string>();
  readonly tegevus = input<string>();
  protected readonly adding = linkedSignal(() => Boolean(this.juht() ?? this.tegevus()));

  private at(path: string): string | undefined {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/${path}` : undefined;
  }
  protected readonly found = httpResource<ExceptionsView>(() => this.at('exceptions'));
  private readonly people = httpResource<PeopleView>(() => this.at('people'));
  private readonly curriculum = httpResource<CurriculumView>(() => this.at('curriculum'));
  protected readonly leaders = computed(() =>
    this.people.hasValue()
      ? this.people.value().people.filter(({ role, ended }) => role === 'participant' && !ended)
      : undefined,
  );
  protected readonly modules = computed(() =>
    this.curriculum.hasValue() ? this.curriculum.value().modules : undefined,
  );
  private readonly all = computed(() => (this.found.hasValue() ? this.found.value().exceptions : []));
  protected readonly standing = computed(() => this.all().filter(({ ended }) => !ended));
  protected readonly over = computed(() => this.all().filter(({ ended }) => ended));
  protected readonly back = computed(() =>
    this.juht() ? '/inimesed' : this.me.membership()?.role === 'program_leader' ? '/juhid' : '/kava',
  );

  constructor() {
    keepFresh(['facts'], this.found);
  }

  protected agreed(): void {
    this.adding.set(false);
    this.toasts.say(this.words.translate('progress.exceptions.done'));
    this.found.reload();
  }

  protected corrected(): void {
    this.toasts.say(this.words.translate('progress.exceptions.corrected'));
    this.found.reload();
  }

  protected async end({ id, kind }: ExceptionView): Promise<void> {
    const sure = await this.ask.for({
      heading: this.words.translate('progress.exceptions.endTitle'),
      text: this.words.translate('progress.exceptions.endMore'),
      yes: this.words.translate('progress.exceptions.endYes'),
      no: this.words.translate('action.cancel'),
    });
    if (!sure) return;
    try {
      await this.api.delete(`/api/${kind === 'pause' ? 'pauses' : 'exceptions'}/${id}`);
      this.toasts.say(this.words.translate('progress.exceptions.endDone'));
    } catch (error) {
      const offline = Problem.of(error).status === 0;
      this.toasts.say(this.words.translate(offline ? 'problem.offline' : 'problem.unknown'));
    }
    this.found.reload();
  }
}
