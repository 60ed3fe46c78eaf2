import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type {
  AttendanceState,
  MeetingsView,
  MeetingView,
  MemberView,
  PeopleView,
} from '@opiring/contract/cohorts';
import { Attendance, ErrorState, Icon, Loader, Seat, Toasts } from '@opiring/platform/ui';
import { Api, Dates, keepFresh, Local, Me } from '@opiring/platform/web';
import { AttendanceHistory } from './attendance-history';

const STATES: readonly AttendanceState[] = ['present', 'online', 'part', 'absent', 'excused'];

/** So many at first, and so many more each time. */
const PORTION = 60;
/** Marks on their way to the server together. */
const AT_ONCE = 8;

/** Who was there: names in seat order, five states by shape, each kept the moment it is chosen. */
@Component({
  selector: 'op-attendance-page',
  imports: [Attendance, AttendanceHistory, ErrorState, Icon, Loader, Local, RouterLink, Seat, TranslocoPipe],
  templateUrl: './attendance-page.html',
  styleUrl: './attendance-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttendancePage {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly states = STATES;
  /** The meeting, from the address. */
  readonly id = input.required<string>();

  protected readonly meetings = httpResource<MeetingsView>(() => this.path('meetings'));
  protected readonly people = httpResource<PeopleView>(() => this.path('people'));
  /** What comes after the first page of a large cohort, until all are here. */
  private readonly later = linkedSignal<PeopleView | undefined, readonly MemberView[]>({
    source: () => (this.people.hasValue() ? this.people.value() : undefined),
    computation: () => [],
  });
  protected readonly meeting = computed(() =>
    this.meetings.hasValue() ? this.meetings.value().meetings.find((m) => m.id === this.id()) : undefined,
  );
  /** Its day is yet to come: nobody has come to it, though it may be known who will not. */
  protected readonly ahead = computed(() => {
    const meeting = this.meeting();
    return meeting?.state === 'planned' && this.dates.dayOf(meeting.startsAt) > this.dates.today();
  });
  protected readonly leaders = computed(() =>
    this.people.hasValue()
      ? [...this.people.value().people, ...this.later()]
          .filter((p) => p.role === 'participant' && !p.ended)
          .sort(bySeat)
      : [],
  );
  protected readonly shown = signal(PORTION);
  protected readonly portion = PORTION;
  protected readonly sought = signal('');
  protected readonly found = computed(() => {
    const words = plain(this.sought()).split(/\s+/).filter(Boolean);
    return this.leaders().filter(({ name, municipality }) =>
      words.every((word) => plain(`${name} ${municipality}`).includes(word)),
    );
  });
  /** Chosen here and on its way; what was read meanwhile does not take it back. */
  private readonly underway = signal<ReadonlyMap<string, AttendanceState>>(new Map());
  protected readonly marks = computed<ReadonlyMap<string, AttendanceState>>(
    () =>
      new Map([
        ...(this.meeting()?.attendance ?? []).map((a) => [a.membershipId, a.state] as const),
        ...this.underway(),
      ]),
  );
  /** How many marks were kept since the page opened. */
  protected readonly kept = signal(0);
  protected readonly unsaved = signal<ReadonlySet<string>>(new Set());
  protected readonly marked = computed(
    () => this.leaders().filter((p) => this.marks().has(p.membershipId)).length,
  );

  constructor() {
    // Participants who check in themselves appear here as they do.
    keepFresh(['facts', 'meetings', 'people'], this.meetings);
    effect(() => {
      const next = this.people.hasValue() ? this.people.value().next : undefined;
      if (next) void this.rest(next);
    });
  }

  /** Whoever takes attendance takes it of everybody, so the later pages are read too. */
  private async rest(first: string): Promise<void> {
    const cohortId = this.me.cohortId();
    const people: MemberView[] = [];
    for (let after: string | undefined = first; after;) {
      const page: PeopleView = await this.api.get(`/api/cohorts/${cohortId}/people?after=${after}`);
      people.push(...page.people);
      after = page.next;
    }
    this.later.set(people);
  }

  protected more(): void {
    this.shown.update((shown) => shown + PORTION);
  }

  protected async mark(leader: MemberView, state: AttendanceState): Promise<void> {
    this.set(leader, state);
    try {
      await this.api.put(`/api/meetings/${this.id()}/attendance/${leader.membershipId}`, { state });
      this.keep(leader.membershipId, state);
      this.failed(leader, false);
      this.kept.update((n) => n + 1);
    } catch {
      this.failed(leader, true);
      this.toasts.fail(this.words.translate('cohorts.attendance.failed', { name: leader.name }));
    } finally {
      if (this.underway().get(leader.membershipId) === state) this.set(leader, undefined);
    }
  }

  /** Most are there most of the time: mark those not marked yet, then correct the few. */
  protected async everybodyElsePresent(): Promise<void> {
    const open = this.leaders().filter((p) => !this.marks().has(p.membershipId));
    for (let at = 0; at < open.length; at += AT_ONCE)
      await Promise.all(open.slice(at, at + AT_ONCE).map((leader) => this.mark(leader, 'present')));
  }

  private path(what: string): string | undefined {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/${what}` : undefined;
  }
  private set(leader: MemberView, state: AttendanceState | undefined): void {
    const next = new Map(this.underway());
    if (state) next.set(leader.membershipId, state);
    else next.delete(leader.membershipId);
    this.underway.set(next);
  }
  private keep(membershipId: string, state: AttendanceState): void {
    const own = (met: MeetingView): MeetingView => ({
      ...met,
      attendance: [
        ...(met.attendance ?? []).filter((mark) => mark.membershipId !== membershipId),
        { membershipId, state },
      ],
    });
    this.meetings.value.update(
      (view) =>
        view && { ...view, meetings: view.meetings.map((met) => (met.id === this.id() ? own(met) : met)) },
    );
  }
  private failed(leader: MemberView, yes: boolean): void {
    const next = new Set(this.unsaved());
    if (yes) next.add(leader.membershipId);
    else next.delete(leader.membershipId);
    this.unsaved.set(next);
  }
}

const bySeat = (a: MemberView, b: MemberView): number => (a.seat ?? 0) - (b.seat ?? 0);

/** Õ is found by o: people type what their keyboard has. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('et');
