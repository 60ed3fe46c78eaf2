import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type {
  AnnouncementAudience,
  AnnouncementPreview,
  AnnouncementView,
} from '@opiring/contract/announcements';
import type { MeetingsView } from '@opiring/contract/cohorts';
import { Field, Icon, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Language, LocalPipe, Me, Problem, writtenOver } from '@opiring/platform/web';

const AUDIENCES: readonly AnnouncementAudience[] = [
  'cohort',
  'start-questions',
  'meeting-reply',
  'practicum',
];

/** Writing an announcement: the words, whom they are for; then, before anything is sent, whom they reach and how they read. */
@Component({
  selector: 'op-announcement-form',
  imports: [Field, FormField, Icon, LocalPipe, TranslocoPipe],
  templateUrl: './announcement-form.html',
  styleUrl: './announcement-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnnouncementForm {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly dates = inject(Dates);
  protected readonly audiences = AUDIENCES;

  /** The one being corrected; a new one without. */
  readonly announcement = input<AnnouncementView>();
  readonly saved = output();
  readonly closed = output();

  private readonly draft = writtenOver(this.announcement, (one) => ({
    audience: one?.audience ?? 'cohort',
    meetingId: '',
    title: one?.title ?? '',
    body: one?.body ?? '',
  }));
  protected readonly fields = this.draft.fields;
  protected readonly form = form(this.fields, (path) => {
    required(path.title, { message: 'needed' });
    required(path.body, { message: 'needed' });
    maxLength(path.title, 200);
    maxLength(path.body, 5000);
    required(path.meetingId, {
      message: 'needed',
      when: ({ valueOf }) => valueOf(path.audience) === 'meeting-reply',
    });
  });
  protected readonly lang = computed(() => this.announcement()?.lang ?? this.language.current());
  protected readonly preview = signal<AnnouncementPreview | undefined>(undefined);
  protected readonly names = computed(
    () =>
      this.preview()
        ?.people?.map(({ name }) => name)
        .join(', ') ?? '',
  );
  protected readonly busy = signal(false);
  protected readonly failed = signal('');
  private once = '';

  private readonly meetings = httpResource<MeetingsView>(() =>
    this.fields().audience === 'meeting-reply' ? `/api/cohorts/${this.me.cohortId()}/meetings` : undefined,
  );
  protected readonly ahead = computed(() =>
    this.meetings.hasValue() ? this.meetings.value().meetings.filter(({ state }) => state === 'planned') : [],
  );

  protected messageOf(field: { touched(): boolean; errors(): readonly { message?: string }[] }): string {
    const message = field.touched() ? field.errors()[0]?.message : undefined;
    return message ? this.words.translate(`cohorts.failed.${message}`) : '';
  }

  /** A correction is kept at once; a new one is first looked over. */
  protected async next(event: Event): Promise<void> {
    event.preventDefault();
    this.form().markAsTouched();
    for (const field of [this.form.title(), this.form.body(), this.form.meetingId()]) field.markAsTouched();
    if (this.form().invalid()) {
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const one = this.draft.base();
    const { title, body } = this.fields();
    await this.carryOut(async () => {
      if (one) {
        await this.api.patch(`/api/announcements/${one.id}`, { title, body }, { revision: one.revision });
        this.saved.emit();
        return;
      }
      this.preview.set(await this.api.post<AnnouncementPreview>(`${this.path()}/preview`, this.aim()));
      this.once = crypto.randomUUID();
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('#af-preview')?.focus());
    });
  }

  protected send(): Promise<void> {
    return this.carryOut(async () => {
      const { title, body } = this.fields();
      const announcement = { ...this.aim(), title, body, lang: this.lang() };
      await this.api.post(this.path(), announcement, { once: this.once });
      this.toasts.say(this.words.translate('cohorts.announcements.sent'));
      this.saved.emit();
    });
  }

  private async carryOut(deed: () => Promise<void>): Promise<void> {
    this.failed.set('');
    this.busy.set(true);
    try {
      await deed();
    } catch (error) {
      const { status, current } = Problem.of(error);
      if (status === 412 && current) this.draft.base.set(current as AnnouncementView);
      this.failed.set(status === 412 ? 'stale' : status === 0 ? 'offline' : 'unknown');
    }
    this.busy.set(false);
  }

  private path(): string {
    return `/api/cohorts/${this.me.cohortId()}/announcements`;
  }
  private aim(): { audience: AnnouncementAudience; meetingId?: string } {
    const { audience, meetingId } = this.fields();
    return audience === 'meeting-reply' ? { audience, meetingId } : { audience };
  }
}
