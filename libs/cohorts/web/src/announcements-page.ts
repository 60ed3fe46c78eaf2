import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AnnouncementsView, AnnouncementView } from '@opiring/contract/announcements';
import { Ask, EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, focusNext, keepFresh, Me, Problem } from '@opiring/platform/web';
import { AnnouncementForm } from './announcement-form';

/** Teated: what the team has told me. The team writes, corrects and withdraws here, and sees whom each one reached. */
@Component({
  selector: 'op-announcements-page',
  imports: [AnnouncementForm, EmptyState, ErrorState, Icon, Loader, TranslocoPipe],
  templateUrl: './announcements-page.html',
  styleUrl: './announcements-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnnouncementsPage {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly focusOn = focusNext();
  protected readonly dates = inject(Dates);

  protected readonly found = httpResource<AnnouncementsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/announcements` : undefined;
  });
  /** `'new'`, or the announcement being corrected. */
  protected readonly writing = signal<AnnouncementView | 'new' | undefined>(undefined);
  protected readonly corrected = computed(() => {
    const writing = this.writing();
    return writing === 'new' ? undefined : writing;
  });

  constructor() {
    keepFresh(['announcements'], this.found);
  }

  /** The form takes the focus, which also brings it into view from far down the list. */
  protected write(what: AnnouncementView | 'new'): void {
    this.writing.set(what);
    this.focusOn('#af-h');
  }

  protected close(): void {
    this.writing.set(undefined);
    this.focusOn('.anc__h button');
  }

  protected saved(): void {
    this.writing.set(undefined);
    this.focusOn('h1');
    this.found.reload();
  }

  protected async withdraw(one: AnnouncementView): Promise<void> {
    const say = (key: string): string => this.words.translate(`cohorts.announcements.${key}`);
    const sure = await this.ask.for({
      heading: say('withdrawAsk'),
      text: say('withdrawText'),
      yes: say('withdraw'),
      no: this.words.translate('action.cancel'),
      irreversible: true,
    });
    if (!sure) return;
    try {
      await this.api.delete(`/api/announcements/${one.id}`);
    } catch (error) {
      const offline = Problem.of(error).status === 0;
      this.toasts.fail(this.words.translate(offline ? 'problem.offline' : 'problem.unknown'));
    }
    this.found.reload();
  }

  protected namesOf(one: AnnouncementView): string {
    return (one.people ?? []).map(({ name }) => name).join(', ');
  }
}
