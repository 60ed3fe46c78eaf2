import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PeopleView } from '@opiring/contract/cohorts';
import type { CurriculumView } from '@opiring/contract/curriculum';
import type { ExceptionsView, ExceptionView } from '@opiring/contract/exceptions';
import { Ask, EmptyState, ErrorState, Field, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Me, Problem, keepFresh } from '@opiring/platform/web';
import { ExceptionForm } from './exception-form';
import { ExceptionList } from './exception-list';

/** So many are looked through at a glance; beyond them one seeks by name. */
const FEW = 20;
const PAUSE = 250;

/** Everything agreed with leaders beside the curriculum, and agreeing more: for organizers and program leaders. */
@Component({
  selector: 'op-exceptions-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    ErrorState,
    ExceptionForm,
    ExceptionList,
    Field,
    Icon,
    Loader,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './exceptions-page.html',
  styles: `
    h2 {
      margin: 2.5rem 0 0.5rem;
    }
    .exp__n {
      margin-top: 1.5rem;
    }
    .exp__q {
      display: block;
      max-width: 26rem;
      margin-top: 2rem;
    }
    .exp__l {
      margin-top: 1rem;
    }
  `,
})
export class ExceptionsPage {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** From the address: whom, and about what. */
  readonly juht = input<string>();
  readonly tegevus = input<string>();
  protected readonly adding = linkedSignal(() => Boolean(this.juht() ?? this.tegevus()));

  private at(path: string): string | undefined {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/${path}` : undefined;
  }
  /** Letters of a name; asked for once one pauses. */
  protected readonly sought = signal('');
  private pause: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = httpResource<ExceptionsView>(() => {
    const [path, name] = [this.at('exceptions'), this.sought()];
    return path && name ? `${path}?name=${encodeURIComponent(name)}` : path;
  });
  /** What was found before stays until the next is there, and with it the field one types in. */
  protected readonly view = linkedSignal<ExceptionsView | undefined, ExceptionsView | undefined>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly seeks = computed(() => this.sought() !== '' || (this.view()?.total ?? 0) > FEW);
  protected readonly left = computed(() => {
    const { exceptions = [], total = 0 } = this.view() ?? {};
    return total > exceptions.length ? { shown: exceptions.length, total } : undefined;
  });
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
  private readonly all = computed(() => this.view()?.exceptions ?? []);
  protected readonly standing = computed(() => this.all().filter(({ ended }) => !ended));
  protected readonly over = computed(() => this.all().filter(({ ended }) => ended));
  protected readonly back = computed(() =>
    this.juht() ? '/inimesed' : this.me.membership()?.role === 'program_leader' ? '/juhid' : '/kava',
  );

  constructor() {
    keepFresh(['facts'], this.found);
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  protected seek(typed: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.sought.set(typed.trim()), PAUSE);
  }

  /** The button that opened the form takes the focus back. */
  protected close(): void {
    this.adding.set(false);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('.exp__n button')?.focus(), {
      injector: this.injector,
    });
  }

  protected agreed(): void {
    this.close();
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
      this.toasts.fail(this.words.translate(offline ? 'problem.offline' : 'problem.unknown'));
    }
    this.found.reload();
  }
}
