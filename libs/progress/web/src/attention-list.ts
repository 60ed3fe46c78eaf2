import { Dialog } from '@angular/cdk/dialog';
import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AttentionCardView, AttentionView } from '@opiring/contract/attention';
import { ErrorState, Loader, Seat, Toasts } from '@opiring/platform/ui';
import { Api, Dates, keepFresh, Me, Problem } from '@opiring/platform/web';
import { AttentionRules } from './attention-rules';
import { SetAsideDialog } from './set-aside-dialog';

/** So many at first; the rest when asked for. */
const PAGE = 10;

/** Who could use a call and why, in seat order. The reasons are facts the leader finds on their own page too. */
@Component({
  selector: 'op-attention-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AttentionRules, ErrorState, Loader, NgTemplateOutlet, RouterLink, Seat, TranslocoPipe],
  templateUrl: './attention-list.html',
  styleUrl: './attention-list.css',
})
export class AttentionList {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  /** Whose names stand in the list. */
  readonly listed = output<ReadonlySet<string>>();
  protected readonly path = computed(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/attention` : undefined;
  });
  protected readonly list = httpResource<AttentionView>(() => this.path());
  protected readonly most = signal(PAGE);
  /** One place for each person, with all that is to be said. */
  protected readonly people = computed(() => {
    const cards = this.list.hasValue() ? this.list.value().cards : [];
    return cards
      .filter(({ membershipId }, at) => cards[at - 1]?.membershipId !== membershipId)
      .map((person) => ({
        person,
        cards: cards.filter(({ membershipId }) => membershipId === person.membershipId),
      }));
  });

  constructor() {
    keepFresh(['facts', 'meetings', 'people', 'calls'], this.list);
    effect(() => this.listed.emit(new Set(this.people().map(({ person }) => person.membershipId))));
  }

  protected more(): void {
    this.most.update((most) => most + 5 * PAGE);
  }

  protected setAside(card: AttentionCardView): void {
    const asked = this.dialog.open<string>(SetAsideDialog, { data: card, ariaLabelledBy: 'aside-h' });
    asked.closed.subscribe((note) => {
      const { membershipId, reason, day } = card;
      if (note !== undefined)
        void this.keep('progress.attention.setAside', () =>
          this.api.post<AttentionView>(
            `${this.path()}/set-asides`,
            { membershipId, reason, day, note },
            { once: crypto.randomUUID() },
          ),
        );
    });
  }

  protected takeBack(id: string): void {
    void this.keep('progress.attention.back', () =>
      this.api.delete<AttentionView>(`${this.path()}/set-asides/${id}`),
    );
  }

  private async keep(word: string, deed: () => Promise<AttentionView>): Promise<void> {
    try {
      this.list.set(await deed());
      this.toasts.say(this.words.translate(word));
    } catch (error) {
      const { status } = Problem.of(error);
      this.toasts.fail(this.words.translate(`problem.${status === 0 ? 'offline' : 'stale'}`));
      if (status !== 0) this.list.reload();
    }
  }
}
