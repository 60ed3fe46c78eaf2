import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PartnershipView } from '@opiring/contract/circles';
import { Bead, EmptyState, ErrorState, Field, Icon, Loader, Seat, Toasts } from '@opiring/platform/ui';
import { Api, Dates, keepFresh, Me, Problem } from '@opiring/platform/web';
import { PlanReading } from './plan-reading';

/** The learning pair and their practicum: one of the two tells it, both confirm. */
@Component({
  selector: 'op-partner-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, EmptyState, ErrorState, Field, FormField, Icon, Loader, PlanReading, Seat, TranslocoPipe],
  templateUrl: './partner-page.html',
  styleUrl: './partner-page.css',
})
export class PartnerPage {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly page = inject(DOCUMENT);
  protected readonly dates = inject(Dates);

  protected readonly pair = httpResource<PartnershipView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/practicum` : undefined;
  });
  private readonly view = computed(() => (this.pair.hasValue() ? this.pair.value() : null));
  /** Each of the two, and when they confirmed. */
  protected readonly both = computed(() => {
    const view = this.view();
    if (!view?.partner) return [];
    const confirmed = view.practicum?.confirmedBy ?? [];
    return [view.me, view.partner].map((person) => ({
      person,
      at: confirmed.find(({ membershipId }) => membershipId === person.membershipId)?.at ?? null,
    }));
  });
  /** How the practicum stands, for one plain sentence. */
  protected readonly standing = computed(() => {
    if (!this.view()?.practicum) return 'ahead';
    const [me, partner] = this.both();
    if (me?.at && partner?.at) return 'held';
    return me?.at ? 'waitsForPartner' : 'waitsForMe';
  });

  protected readonly editing = signal(false);
  protected readonly draft = linkedSignal(() => ({
    heldOn: this.view()?.practicum?.heldOn ?? '',
    topic: this.view()?.practicum?.topic ?? '',
  }));
  protected readonly form = form(this.draft, (path) => {
    required(path.heldOn);
    validate(path.heldOn, ({ value }) => (value() > this.dates.today() ? { kind: 'notYet' } : undefined));
    maxLength(path.topic, 300);
  });
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly wrongDay = computed(() => {
    const kind = this.form.heldOn().errors()[0]?.kind;
    if (!kind || (!this.tried() && !this.form.heldOn().touched())) return '';
    return kind === 'notYet' ? 'circles.partner.notYet' : 'circles.form.wrong.heldOn';
  });

  constructor() {
    // The partner tells and confirms in a browser of their own. What is being written here waits for none of it.
    keepFresh(['facts', 'people'], { reload: () => !this.editing() && this.pair.reload() });
  }

  protected edit(): void {
    this.tried.set(false);
    this.editing.set(true);
    this.focusSoon('pr-heldOn');
  }

  protected close(): void {
    this.editing.set(false);
    this.refused.set('');
    this.focusSoon('pr');
  }

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.form().valid()) return this.focusSoon('pr-heldOn');
    const view = this.view();
    await this.dare(async () => {
      const revision = view?.practicum?.revision;
      await this.api.put(`/api/cohorts/${this.me.cohortId()}/practicum`, this.draft(), { revision });
      this.close();
      return 'circles.partner.recorded';
    });
  }

  protected async confirm(): Promise<void> {
    const practicum = this.view()?.practicum;
    if (!practicum) return;
    await this.dare(async () => {
      await this.api.put(`/api/practicums/${practicum.id}/confirmation`);
      this.focusSoon('pr');
      return 'circles.partner.confirmed';
    });
  }

  private async dare(deed: () => Promise<string>): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      this.toasts.say(this.words.translate(await deed()));
      this.pair.reload();
    } catch (error) {
      const { status, code } = Problem.of(error);
      if (status === 412) this.pair.reload();
      this.refused.set(
        status === 0
          ? 'problem.offline'
          : status === 412
            ? 'problem.stale'
            : code === 'not-yet-held'
              ? 'circles.partner.notYet'
              : 'problem.unknown',
      );
    } finally {
      this.busy.set(false);
    }
  }

  /** Buttons come and go with what was done: focus moves on to what is there then. */
  private focusSoon(id: string): void {
    setTimeout(() => this.page.getElementById(id)?.focus());
  }
}
