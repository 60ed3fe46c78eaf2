import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import { AGENDA_KINDS, type AgendaKind } from './agenda-kinds';
import { Icon, Toasts } from '@opiring/platform/ui';
import { Api, Dates, LOCALES, type Locale, Problem, localText } from '@opiring/platform/web';
import { type DraftStep, carriedTo, faultIn, fit, moved, timed, titled } from './agenda-steps';

/** Steps with minutes: written, put in order by pointer or keyboard, held against the meeting's length, and published. */
@Component({
  selector: 'op-agenda-editor',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, Icon, TranslocoPipe],
  templateUrl: './agenda-editor.html',
  styleUrl: './agenda-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaEditor {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly dates = inject(Dates);
  protected readonly kinds = AGENDA_KINDS;
  protected readonly languages = LOCALES;

  readonly meeting = input.required<MeetingView>();
  readonly saved = output<MeetingView>();

  /** News of the meeting takes no step from under the hands: only another meeting begins anew. */
  private readonly of = computed(() => this.meeting().id);
  private next = 0;
  protected readonly lang = signal<Locale>('et');
  protected readonly steps = linkedSignal<string, readonly DraftStep[]>({
    source: this.of,
    computation: () =>
      untracked(() => (this.meeting().agenda ?? []).map((step) => ({ ...step, key: this.next++ }))),
  });
  /** What is saved over: as it was when the writing began, and theirs once it was said that somebody else saved meanwhile. */
  private readonly revision = linkedSignal({
    source: this.of,
    computation: () => untracked(this.meeting).revision,
  });
  protected readonly shown = computed(() => timed(this.steps(), this.meeting().startsAt));
  protected readonly fit = computed(() => fit(this.steps(), this.meeting()));
  protected readonly fault = signal<ReturnType<typeof faultIn>>(undefined);
  protected readonly failed = signal('');
  protected readonly busy = signal(false);
  protected readonly said = signal('');

  constructor() {
    // Known from the beginning, not from when it is first asked for.
    effect(() => void this.revision());
  }

  protected nameOf(step: DraftStep): string {
    return localText(step.title, this.lang()).text || this.words.translate<string>('cohorts.agenda.unnamed');
  }

  protected add(): void {
    const key = this.next++;
    this.steps.update((steps) => [...steps, { key, kind: 'talk', minutes: 30, title: {} }]);
    this.focus(`ag-title-${key}`);
  }

  protected remove(at: number): void {
    const step = this.steps()[at];
    this.steps.update((steps) => steps.filter((_, place) => place !== at));
    if (step) this.say('removed', { title: this.nameOf(step) });
    const next = this.steps()[Math.min(at, this.steps().length - 1)];
    this.focus(next ? `ag-title-${next.key}` : 'ag-add');
  }

  protected write(at: number, change: { title?: string; minutes?: string; kind?: string }): void {
    this.steps.update((steps) =>
      steps.map((step, place) => {
        if (place !== at) return step;
        const named = change.title === undefined ? step : titled(step, this.lang(), change.title);
        return {
          ...named,
          ...(change.minutes !== undefined && { minutes: Number(change.minutes || Number.NaN) }),
          ...(change.kind !== undefined && { kind: change.kind as AgendaKind }),
        };
      }),
    );
  }

  protected dropped({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.put(previousIndex, currentIndex);
  }

  /** The handle and the arrows: what a pointer drags, a keyboard carries. */
  protected carry(event: KeyboardEvent, at: number): void {
    const to = carriedTo(event.key, at, this.steps().length);
    if (to === undefined) return;
    event.preventDefault();
    this.put(at, to);
  }

  protected put(from: number, to: number): void {
    const steps = moved(this.steps(), from, to);
    if (steps === this.steps()) return;
    this.steps.set(steps);
    this.say('moved', { from: from + 1, to: to + 1 });
    this.focus(`ag-grip-${steps[to]?.key}`);
  }

  protected async save(published: boolean): Promise<void> {
    this.failed.set('');
    const fault = faultIn(this.steps());
    this.fault.set(fault);
    if (fault) return this.focus(`ag-${fault.what}-${this.steps()[fault.at]?.key}`);
    this.busy.set(true);
    try {
      const agenda = this.steps().map(({ kind, minutes, title }) => ({ kind, minutes, title }));
      const body = { agenda, agendaPublished: published };
      const path = `/api/meetings/${this.meeting().id}`;
      const meeting = await this.api.patch<MeetingView>(path, body, { revision: this.revision() });
      this.revision.set(meeting.revision);
      this.toasts.say(
        this.words.translate<string>(published ? 'cohorts.agenda.published' : 'cohorts.agenda.saved'),
      );
      this.saved.emit(meeting);
    } catch (error) {
      this.refused(Problem.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Nothing typed is lost: theirs becomes the base, and one saves again or not. */
  private refused({ status, current }: Problem): void {
    if (status === 412 && current) this.revision.set((current as MeetingView).revision);
    this.failed.set(status === 412 ? 'stale' : status === 0 ? 'offline' : 'unknown');
  }

  private say(what: string, params: Record<string, string | number>): void {
    this.said.set(this.words.translate<string>(`cohorts.agenda.${what}`, params));
  }

  private focus(id: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(`#${id}`)?.focus(), {
      injector: this.injector,
    });
  }
}
