import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import {
  FormField,
  type TreeValidationResult,
  form,
  required,
  submit,
  validate,
} from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CreateModule, ModuleView } from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import { Field, Icon, Toasts } from '@opiring/platform/ui';
import { Problem, writtenOver } from '@opiring/platform/web';
import { Designer } from './designer';
import { DraftNote } from './draft-note';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ReleaseFault } from '@opiring/contract/release';
import { ReleaseComposer } from './release/release-composer';
import { ruleIn, ruleText } from './release/rule-draft';
import { publishedModule } from './restore';

interface ModuleFields {
  title: Required<LocalText>;
  purpose: Required<LocalText>;
  startsOn: string;
  endsOn: string;
  alongside: boolean;
  /** When it opens, as the text of a rule; '' on its first day. */
  opens: string;
}
const said = (text: Required<LocalText>): LocalText =>
  Object.fromEntries(Object.entries(text).filter(([, each]) => each.trim() !== ''));
const everyLanguage = (text?: LocalText): Required<LocalText> => ({ et: '', en: '', ru: '', ...text });

/** The side panel in which a module is written: its name, what it is for, and its days. */
@Component({
  selector: 'op-module-panel',
  imports: [FormField, TranslocoPipe, DraftNote, Field, Icon, ReleaseComposer],
  templateUrl: './module-panel.html',
  styleUrl: './activity-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModulePanel {
  protected readonly designer = inject(Designer);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly module = input<ModuleView>();
  readonly meetings = input<readonly MeetingView[]>([]);
  readonly closed = output();
  protected readonly others = ['en', 'ru'] as const;

  private readonly draft = writtenOver(this.module, fieldsOf);
  protected readonly base = this.draft.base;
  protected readonly fields = this.draft.fields;
  protected readonly form = form(this.fields, (path) => {
    required(path.title.et, { message: 'needed' });
    validate(path.endsOn, ({ value, valueOf }) =>
      value() && value() < valueOf(path.startsOn) ? { kind: 'order', message: 'order' } : undefined,
    );
  });
  protected readonly theirs = signal<ModuleView | undefined>(undefined);
  protected readonly failed = signal(false);

  protected readonly change = computed(() => this.designer.changeOf(this.base()?.id));
  protected readonly restoring = signal(false);

  /** Why the rule was refused; gone as soon as it is another one. */
  protected readonly faults = signal<readonly ReleaseFault[]>([]);

  protected compose(rule: string): void {
    this.form.opens().value.set(rule);
    this.faults.set([]);
  }

  protected messageOf(field: { touched(): boolean; errors(): readonly { message?: string }[] }): string {
    const message = field.touched() ? field.errors()[0]?.message : undefined;
    return message ? this.words.translate(`curriculum.failed.${message}`) : '';
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.failed.set(false);
    await submit(this.form, { action: () => this.send() });
  }

  protected takeTheirs(): void {
    const theirs = this.theirs();
    this.base.set(theirs);
    this.fields.set(fieldsOf(theirs));
    this.theirs.set(undefined);
    this.designer.reload();
  }

  protected takeMine(): Promise<void> {
    this.base.set(this.theirs());
    this.theirs.set(undefined);
    return this.save();
  }

  /** The published words, days and place come back into the draft at once. */
  protected async restore(): Promise<void> {
    const [base, change] = [this.base(), this.change()];
    if (!base || !change || this.restoring()) return;
    this.restoring.set(true);
    this.failed.set(false);
    try {
      const restored = await this.designer.changeModule(base, publishedModule(change));
      this.base.set(restored);
      this.fields.set(fieldsOf(restored));
      this.toasts.say(this.words.translate('curriculum.change.restored'));
    } catch (error) {
      this.place(Problem.of(error));
    } finally {
      this.restoring.set(false);
    }
  }

  private async send(): Promise<TreeValidationResult> {
    const base = this.base();
    try {
      if (base) await this.designer.changeModule(base, bodyOf(this.fields()));
      else await this.designer.addModule(bodyOf(this.fields()));
      this.toasts.say(this.words.translate(base ? 'curriculum.activity.saved' : 'curriculum.activity.added'));
      this.closed.emit();
      return undefined;
    } catch (error) {
      return this.place(Problem.of(error));
    }
  }

  private place(problem: Problem): TreeValidationResult {
    if (problem.status === 412 && problem.current) {
      this.theirs.set(problem.current as ModuleView);
      return undefined;
    }
    if (problem.code === 'release-refused') {
      this.faults.set(problem.reasons as ReleaseFault[]);
      return undefined;
    }
    if ('endsOn' in problem.fields) return { kind: 'server', message: 'order', fieldTree: this.form.endsOn };
    this.failed.set(true);
    return undefined;
  }
}

function fieldsOf(module?: ModuleView): ModuleFields {
  return {
    title: everyLanguage(module?.title),
    purpose: everyLanguage(module?.purpose),
    startsOn: module?.startsOn ?? '',
    endsOn: module?.endsOn ?? '',
    alongside: module?.alongside ?? false,
    opens: ruleText(module?.release ?? null),
  };
}

function bodyOf(fields: ModuleFields): CreateModule {
  return {
    title: said(fields.title),
    purpose: said(fields.purpose),
    startsOn: fields.startsOn || null,
    endsOn: fields.endsOn || null,
    alongside: fields.alongside,
    release: ruleIn(fields.opens),
  };
}
