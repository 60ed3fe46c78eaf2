import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import {
  FormField,
  type TreeValidationResult,
  form,
  required,
  submit,
  validate,
} from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ChangeMeeting, PlanMeeting } from '@opiring/contract/meetings';
import { Ask, Field, Icon, Toasts } from '@opiring/platform/ui';
import { Api, Me, Problem, writtenOver } from '@opiring/platform/web';
import { instantOf, wallClockOf } from './cohort-time';

/** Planning a meeting, or moving, changing and cancelling one, with the reason people will be told. */
@Component({
  selector: 'op-meeting-form',
  imports: [Field, FormField, Icon, TranslocoPipe],
  templateUrl: './meeting-form.html',
  styleUrl: './meeting-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingForm {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  readonly meeting = input<MeetingView>();
  readonly saved = output();
  readonly closed = output();

  private readonly draft = writtenOver(this.meeting, (meeting) => fieldsOf(meeting, this.me.timeZone()));
  protected readonly base = this.draft.base;
  protected readonly fields = this.draft.fields;
  protected readonly form = form(this.fields, (path) => {
    required(path.title, { message: 'needed' });
    required(path.day, { message: 'needed' });
    required(path.from, { message: 'needed' });
    required(path.until, { message: 'needed' });
    required(path.reason, { message: 'why', when: () => this.moves() });
    required(path.guest, {
      message: 'needed',
      when: ({ valueOf }) => Boolean(valueOf(path.guestAbout) || valueOf(path.guestLink)),
    });
    validate(path.link, ({ value }) => linkFault(value()));
    validate(path.guestLink, ({ value }) => linkFault(value()));
    validate(path.until, ({ value, valueOf }) =>
      value() && value() <= valueOf(path.from) ? { kind: 'order', message: 'order' } : undefined,
    );
  });
  protected readonly failed = signal('');

  protected messageOf(field: { touched(): boolean; errors(): readonly { message?: string }[] }): string {
    const message = field.touched() ? field.errors()[0]?.message : undefined;
    return message ? this.words.translate(`cohorts.failed.${message}`) : '';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.failed.set('');
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent)
      afterNextRender(
        () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
        { injector: this.injector },
      );
  }

  /** Whoever had the day in their calendar is told why. */
  protected async cancelMeeting(cancelled: boolean): Promise<void> {
    if (cancelled) {
      if (!this.fields().reason.trim()) return this.askWhy();
      const sure = await this.ask.for({
        heading: this.words.translate('cohorts.meetings.cancelTitle'),
        text: this.words.translate('cohorts.meetings.cancelBody'),
        yes: this.words.translate('cohorts.meetings.cancelYes'),
        no: this.words.translate('cohorts.meetings.cancelNo'),
        irreversible: true,
      });
      if (!sure) return;
    }
    await this.change({ cancelled, ...this.reason() });
  }

  /** Another beginning than the one people know. */
  private moves(): boolean {
    const base = this.base();
    const { day, from } = this.fields();
    const kept = base && wallClockOf(base.startsAt, this.me.timeZone());
    return kept !== undefined && Boolean(day && from) && (kept.day !== day || kept.time !== from);
  }

  private askWhy(): void {
    this.failed.set('why');
    this.host.nativeElement.querySelector<HTMLElement>('#mf-reason')?.focus();
  }

  private async send(): Promise<TreeValidationResult> {
    const body = this.body();
    if (this.base()) return this.change({ ...body, ...this.reason() });
    try {
      await this.api.post(`/api/cohorts/${this.me.cohortId()}/meetings`, body, { once: crypto.randomUUID() });
      this.done('cohorts.meetings.planned');
      return undefined;
    } catch (error) {
      return this.place(Problem.of(error));
    }
  }

  private async change(change: ChangeMeeting): Promise<TreeValidationResult> {
    const base = this.base();
    if (!base) return undefined;
    try {
      await this.api.patch(`/api/meetings/${base.id}`, change, { revision: base.revision });
      this.done('cohorts.meetings.changed');
      return undefined;
    } catch (error) {
      return this.place(Problem.of(error));
    }
  }

  private done(said: string): void {
    this.toasts.say(this.words.translate(said));
    this.saved.emit();
  }

  /** Meanwhile changed by somebody else: their revision becomes the base, my words stay in the form, and I save again or not. */
  private place(problem: Problem): TreeValidationResult {
    if (problem.status === 412 && problem.current) this.base.set(problem.current as MeetingView);
    if ('reason' in problem.fields) return { kind: 'server', message: 'why', fieldTree: this.form.reason };
    if ('endsAt' in problem.fields) return { kind: 'server', message: 'order', fieldTree: this.form.until };
    this.failed.set(problem.status === 412 ? 'stale' : problem.status === 0 ? 'offline' : 'unknown');
    return undefined;
  }

  private body(): PlanMeeting {
    const { title, about, place, day, from, until, link } = this.fields();
    const kept = this.base();
    const zone = this.me.timeZone();
    return {
      title: { ...kept?.title, et: title },
      about: { ...kept?.about, et: about },
      place: { ...kept?.place, et: place },
      link: link.trim() || null,
      guest: guestOf(this.fields(), kept),
      startsAt: instantOf(day, from, zone),
      endsAt: instantOf(day, until, zone),
    };
  }

  private reason(): Pick<ChangeMeeting, 'reason'> {
    const reason = this.fields().reason.trim();
    return reason ? { reason } : {};
  }
}

/** The server says the last word; this says the first, while one types. */
const linkFault = (typed: string) =>
  typed.trim() && !/^https:\/\/[^\s/]+\.[^\s/]+/.test(typed.trim())
    ? { kind: 'link', message: 'link' }
    : undefined;

const guestOf = (
  { guest, guestAbout, guestLink }: { guest: string; guestAbout: string; guestLink: string },
  kept: MeetingView | undefined,
) =>
  guest.trim()
    ? {
        name: guest.trim(),
        about: { ...kept?.guest?.about, et: guestAbout },
        link: guestLink.trim() || null,
      }
    : null;

function fieldsOf(meeting: MeetingView | undefined, zone: string) {
  const start = meeting && wallClockOf(meeting.startsAt, zone);
  return {
    title: meeting?.title.et ?? '',
    about: meeting?.about.et ?? '',
    place: meeting?.place.et ?? '',
    link: meeting?.link ?? '',
    guest: meeting?.guest?.name ?? '',
    guestAbout: meeting?.guest?.about.et ?? '',
    guestLink: meeting?.guest?.link ?? '',
    day: start?.day ?? '',
    from: start?.time ?? '10:00',
    until: meeting ? wallClockOf(meeting.endsAt, zone).time : '16:30',
    reason: '',
  };
}
