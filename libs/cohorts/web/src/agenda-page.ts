import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingsView, MeetingView } from '@opiring/contract/cohorts';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, keepFresh, Local, Me } from '@opiring/platform/web';
import { AgendaEditor } from './agenda-editor';
import { AgendaList } from './agenda-list';
import { MeetingDay } from './meeting-day';

/** Päevakava: one meeting's day on a page that prints. Who plans meetings writes it here. */
@Component({
  selector: 'op-agenda-page',
  imports: [
    AgendaEditor,
    AgendaList,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    Local,
    MeetingDay,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './agenda-page.html',
  styleUrl: './agenda-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaPage {
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  /** The meeting, from the address. */
  readonly id = input.required<string>();

  protected readonly found = httpResource<MeetingsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/meetings` : undefined;
  });
  /** What was read last: a reading that fails or begins anew takes no agenda away from whoever writes it. */
  private readonly known = linkedSignal<MeetingsView | undefined, MeetingsView | undefined>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly meeting = computed(() => this.known()?.meetings.find(({ id }) => id === this.id()));
  protected readonly writing = signal(false);
  /** There is nothing to read for who would write it. */
  protected readonly edits = computed(() => {
    const meeting = this.meeting();
    return Boolean(meeting?.can.edit && (this.writing() || !meeting.agenda?.length));
  });

  constructor() {
    keepFresh(['meetings'], this.found);
  }

  protected saved(meeting: MeetingView): void {
    this.known.update(
      (view) => view && { ...view, meetings: view.meetings.map((m) => (m.id === meeting.id ? meeting : m)) },
    );
    this.writing.set(false);
  }

  protected print(): void {
    window.print();
  }
}
