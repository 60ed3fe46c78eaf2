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
import { FormField, type TreeValidationResult, submit } from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ActivityView, ModuleView, QuestionView } from '@opiring/contract/curriculum';
import { Field, Icon, Toasts } from '@opiring/platform/ui';
import { Dates, LocalPipe, Problem, writtenOver } from '@opiring/platform/web';
import { KINDS, MOMENTS, activityForm, changeOf, creationOf, fieldsOf } from './activity-form';
import { ConflictNote } from './conflict-note';
import { Designer } from './designer';
import { DraftNote } from './draft-note';
import { MaterialsEditor } from './materials-editor';
import type { ReleaseFault } from '@opiring/contract/release';
import { mergeFields } from './merge-fields';
import { ReleaseComposer } from './release/release-composer';
import { publishedActivity } from './restore';
import { RichEditor } from './rich-editor';

/** The side panel in which one activity is written: a new one of the module, or one that is there. */
@Component({
  selector: 'op-activity-panel',
  imports: [
    FormField,
    TranslocoPipe,
    LocalPipe,
    Field,
    Icon,
    ConflictNote,
    DraftNote,
    MaterialsEditor,
    ReleaseComposer,
    RichEditor,
  ],
  templateUrl: './activity-panel.html',
  styleUrl: './activity-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityPanel {
  protected readonly designer = inject(Designer);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly dates = inject(Dates);
  protected readonly kinds = KINDS;
  protected readonly moments = MOMENTS;
  protected readonly frames = ['', 'what', 'circle', 'empty'] as const;
  protected readonly others = ['en', 'ru'] as const;

  readonly module = input.required<ModuleView>();
  readonly activity = input<ActivityView>();
  readonly questions = input<readonly QuestionView[]>([]);
  readonly meetings = input<readonly MeetingView[]>([]);
  readonly closed = output();

  /** A later reload of the page does not take the words from under the hands. */
  private readonly draft = writtenOver(this.activity, fieldsOf);
  protected readonly base = this.draft.base;
  protected readonly fields = this.draft.fields;
  protected readonly form = activityForm(this.fields);
  /** Why the rule was refused; gone as soon as it is another one. */
  protected readonly faults = linkedSignal<string | undefined, readonly ReleaseFault[]>({
    source: computed(() => this.activity()?.id),
    computation: () => [],
  });
  protected readonly theirs = signal<ActivityView | undefined>(undefined);
  protected readonly failed = signal(false);
  /** The other languages' editors come only when somebody looks. */
  protected readonly translating = signal(false);
  protected readonly heading = computed(() => this.base()?.title);

  protected readonly change = computed(() => this.designer.changeOf(this.base()?.id));
  protected readonly restoring = signal(false);

  protected messageOf(field: { touched(): boolean; errors(): readonly { message?: string }[] }): string {
    const message = field.touched() ? field.errors()[0]?.message : undefined;
    return message ? this.words.translate(`curriculum.failed.${message}`) : '';
  }

  protected compose(rule: string): void {
    this.form.opens().value.set(rule);
    this.faults.set([]);
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.failed.set(false);
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent && !this.theirs() && !this.failed()) this.focusFirstError();
  }

  /** Their words come into the form, and mine are let go. */
  protected takeTheirs(): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.base.set(theirs);
    this.fields.set(fieldsOf(theirs));
    this.theirs.set(undefined);
    this.designer.reload();
  }

  /** Mine go over theirs, which were shown and are in the log of the server. */
  protected takeMine(): Promise<void> {
    this.base.set(this.theirs());
    this.theirs.set(undefined);
    return this.save();
  }

  /** The published words, and its published place, come back into the draft at once. */
  protected async restore(): Promise<void> {
    const [base, change] = [this.base(), this.change()];
    if (!base || !change || this.restoring()) return;
    this.restoring.set(true);
    this.failed.set(false);
    try {
      const restored = await this.designer.changeActivity(
        base,
        publishedActivity(change, this.designer.modules()),
      );
      this.base.set(restored);
      this.fields.set(fieldsOf(restored));
      this.toasts.say(this.words.translate('curriculum.change.restored'));
      this.host.nativeElement.querySelector<HTMLElement>('#panel-h')?.focus();
    } catch (error) {
      this.place(Problem.of(error));
    } finally {
      this.restoring.set(false);
    }
  }

  /** Materials are kept at once; the words still being written stand on the new revision where nobody else wrote meanwhile. */
  protected keepMaterials({ revision, materials }: ActivityView): void {
    this.base.update((base) => {
      if (!base) return base;
      const { materials: _, ...rest } = base;
      const alone = revision === (base.revision ?? 0) + 1;
      return { ...rest, ...(materials && { materials }), ...(alone && { revision }) };
    });
    this.designer.reload();
  }

  private async send(): Promise<TreeValidationResult> {
    try {
      const base = this.base();
      if (base) {
        this.base.set(await this.designer.changeActivity(base, changeOf(this.fields())));
        this.toasts.say(this.words.translate('curriculum.activity.saved'));
      } else {
        await this.designer.addActivity(this.module().id, creationOf(this.fields()));
        this.toasts.say(this.words.translate('curriculum.activity.added'));
        this.closed.emit();
      }
      return undefined;
    } catch (error) {
      return this.recover(Problem.of(error));
    }
  }

  /** Edits of different fields go together quietly; where both touched the same one, its writer chooses. */
  private recover(problem: Problem): TreeValidationResult | Promise<TreeValidationResult> {
    const current = problem.status === 412 ? (problem.current as ActivityView | undefined) : undefined;
    const base = this.base();
    if (!current || !base || current.revision === base.revision) return this.place(problem);
    const { merged, clashes } = mergeFields(fieldsOf(base), this.fields(), fieldsOf(current));
    this.fields.set(merged);
    if (clashes) return this.place(problem);
    this.base.set(current);
    return this.send();
  }

  /** A refusal goes to the field it is about; a stale draft shows both; anything else stands above the buttons. */
  private place(problem: Problem): TreeValidationResult {
    if (problem.status === 412 && problem.current) {
      this.theirs.set(problem.current as ActivityView);
      return undefined;
    }
    if (problem.code === 'release-refused') {
      this.faults.set(problem.reasons as ReleaseFault[]);
      return undefined;
    }
    const at = Object.keys(problem.fields)[0]?.split('.')[0];
    if (at === 'link') return { kind: 'server', message: 'link', fieldTree: this.form.link };
    if (at === 'minutes') return { kind: 'server', message: 'minutes', fieldTree: this.form.minutes };
    if (at === 'title') return { kind: 'server', message: 'needed', fieldTree: this.form.title.et };
    if (at === 'questionId')
      return { kind: 'server', message: 'questionNeeded', fieldTree: this.form.questionId };
    if (at === 'meetingId')
      return { kind: 'server', message: 'meetingNeeded', fieldTree: this.form.meetingId };
    this.failed.set(true);
    return undefined;
  }

  private focusFirstError(): void {
    afterNextRender(
      () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
      { injector: this.injector },
    );
  }
}
