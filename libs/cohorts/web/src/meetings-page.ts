import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView, MeetingsView } from '@opiring/contract/cohorts';
import { EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Me, Problem, keepFresh } from '@opiring/platform/web';
import { CalendarFeed } from './calendar-feed';
import { MeetingCard } from './meeting-card';
import { MeetingForm } from './meeting-form';

/** Kohtumised: what is ahead, what has been, and whether I am coming. Organizers plan and move them here. */
@Component({
  selector: 'op-meetings-page',
  imports: [CalendarFeed, EmptyState, ErrorState, Icon, Loader, MeetingCard, MeetingForm, TranslocoPipe],
  templateUrl: './meetings-page.html',
  styleUrl: './meetings-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingsPage {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private opener: Element | null = null;

  protected readonly found = httpResource<MeetingsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/meetings` : undefined;
  });
  private readonly all = computed(() =>
    this.found.hasValue() ? [...this.found.value().meetings].sort(byTime) : [],
  );
  private readonly now = new Date().toISOString();
  protected readonly ahead = computed(() => this.all().filter((m) => m.endsAt >= this.now));
  protected readonly past = computed(() =>
    this.all()
      .filter((m) => m.endsAt < this.now)
      .reverse(),
  );
  /** `'new'`, or the meeting being changed. */
  protected readonly writing = signal<MeetingView | 'new' | undefined>(undefined);
  protected readonly changed = computed(() => {
    const writing = this.writing();
    return writing === 'new' ? undefined : writing;
  });

  constructor() {
    keepFresh(['facts', 'meetings', 'people'], this.found);
  }

  protected async reply(meeting: MeetingView, coming: boolean): Promise<void> {
    this.show({ ...meeting, myReply: coming });
    try {
      this.show(await this.api.put<MeetingView>(`/api/meetings/${meeting.id}/reply`, { coming }));
    } catch (error) {
      const { status } = Problem.of(error);
      this.toasts.fail(
        this.words.translate(status === 0 ? 'problem.offline' : 'cohorts.meetings.replyFailed'),
      );
      this.found.reload();
    }
  }

  /** The form takes the focus, which also brings it into view from far down the list; closing gives it back. */
  protected write(what: MeetingView | 'new'): void {
    this.opener = document.activeElement;
    this.writing.set(what);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('#mf-h')?.focus(), {
      injector: this.injector,
    });
  }

  protected close(): void {
    this.writing.set(undefined);
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
  }

  protected saved(): void {
    this.close();
    this.found.reload();
  }

  private show(meeting: MeetingView): void {
    this.found.value.update(
      (view) => view && { ...view, meetings: view.meetings.map((m) => (m.id === meeting.id ? meeting : m)) },
    );
  }
}

const byTime = (a: MeetingView, b: MeetingView): number => a.startsAt.localeCompare(b.startsAt);
