import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberView } from '@opiring/contract/cohorts';
import type { ModuleView } from '@opiring/contract/curriculum';
import type { ExceptionView } from '@opiring/contract/exceptions';
import { Field, Icon } from '@opiring/platform/ui';
import { Api, Dates, LocalPipe, Me, Problem } from '@opiring/platform/web';

const KINDS = ['opens', 'excused', 'pause'] as const;
type Kind = (typeof KINDS)[number];
const REFUSED = ['already-agreed', 'no-partner', 'exception-ended', 'pause-ended', 'stale'];

/** Agrees something with a leader or a pair, or puts right what was agreed: the days and the reason. */
@Component({
  selector: 'op-exception-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, Icon, LocalPipe, TranslocoPipe],
  templateUrl: './exception-form.html',
  styleUrl: './exception-form.css',
})
export class ExceptionForm {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly dates = inject(Dates);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly correcting = input<ExceptionView>();
  readonly people = input<readonly MemberView[]>([]);
  readonly modules = input<readonly ModuleView[]>([]);
  /** Chosen where one came from: a person's menu, an activity's. */
  readonly person = input('');
  readonly thing = input('');
  readonly agreed = output();
  readonly closed = output();

  protected readonly kinds = KINDS;
  /** What is put right: news of it takes no word from under the hands, another one begins anew. */
  private readonly base = computed(() => this.correcting(), {
    equal: (one, other) => one?.id === other?.id,
  });
  private readonly first = computed(() => this.person() || (this.people()[0]?.membershipId ?? ''));
  protected readonly kind = linkedSignal<Kind>(() => this.base()?.kind ?? 'opens');
  protected readonly whom = linkedSignal(() => this.first());
  protected readonly what = linkedSignal(() => this.thing());
  protected readonly both = signal(false);
  protected readonly from = linkedSignal(() => this.base()?.fromOn ?? this.dates.today());
  protected readonly until = linkedSignal(() => this.base()?.untilOn ?? '');
  protected readonly reason = linkedSignal(() => this.base()?.reason ?? '');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly failed = signal('');
  private once = crypto.randomUUID();

  /** Several may stand on one page; each control's id is its own. */
  protected readonly at = computed(() => `ex-${this.correcting()?.id ?? 'new'}`);
  protected readonly partner = computed(() => {
    const chosen = this.people().find(({ membershipId }) => membershipId === this.whom());
    return this.people().find(({ membershipId }) => membershipId === chosen?.partnerId)?.name;
  });
  private readonly moduleIds = computed(() => new Set(this.modules().map(({ id }) => id)));
  protected readonly missing = computed(() => {
    const kind = this.kind();
    const moduleChosen = this.moduleIds().has(this.what());
    return {
      what: !this.correcting() && kind !== 'pause' && (!this.what() || (kind === 'excused' && moduleChosen)),
      from: kind !== 'excused' && !this.from(),
      until: kind === 'pause' && (!this.until() || this.until() < this.from()),
      reason: this.reason().trim() === '',
    };
  });

  constructor() {
    this.focus('input, select, textarea');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy()) return;
    if (Object.values(this.missing()).includes(true)) return this.focus('[aria-invalid=true]');
    this.busy.set(true);
    this.failed.set('');
    try {
      await (this.correcting() ? this.correct(this.correcting()) : this.agree());
      this.once = crypto.randomUUID();
      this.agreed.emit();
    } catch (error) {
      const { code, status } = Problem.of(error);
      this.failed.set(
        status === 0
          ? 'problem.offline'
          : REFUSED.includes(code)
            ? `progress.exceptions.refused.${code}`
            : 'problem.unknown',
      );
    } finally {
      this.busy.set(false);
    }
  }

  private focus(first: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(first)?.focus(), {
      injector: this.injector,
    });
  }

  private agree(): Promise<void> {
    const path = `/api/cohorts/${this.me.cohortId()}/members/${this.whom()}`;
    const agreed = {
      reason: this.reason().trim(),
      ...(this.both() && this.partner() && { withPartner: true }),
    };
    if (this.kind() === 'pause') {
      const days = { fromOn: this.from(), untilOn: this.until() };
      return this.api.post(`${path}/pauses`, { ...agreed, ...days }, { once: this.once });
    }
    const about = this.moduleIds().has(this.what()) ? { moduleId: this.what() } : { activityId: this.what() };
    const opensOn = this.kind() === 'opens' ? { opensOn: this.from() } : {};
    const sent = { kind: this.kind(), ...about, ...opensOn, ...agreed };
    return this.api.post(`${path}/exceptions`, sent, { once: this.once });
  }

  private async correct(of: ExceptionView | undefined): Promise<void> {
    if (!of) return;
    const reason = this.reason().trim();
    const { revision } = of;
    if (of.kind === 'pause') {
      const sent = { fromOn: this.from(), untilOn: this.until(), reason };
      return this.api.patch(`/api/pauses/${of.id}`, sent, { revision });
    }
    const sent = { reason, ...(of.kind === 'opens' && { opensOn: this.from() }) };
    return this.api.patch(`/api/exceptions/${of.id}`, sent, { revision });
  }
}
