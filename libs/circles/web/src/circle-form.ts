import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormField, form, max, maxLength, min, required, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CircleView, RecordCircle } from '@opiring/contract/circles';
import { Field, Icon } from '@opiring/platform/ui';
import { Dates, Problem, placeFieldMessages } from '@opiring/platform/web';

const names = ['heldOn', 'place', 'topic', 'people', 'missingVoices'] as const;
type Name = (typeof names)[number];

/** What is told of a circle held at home. `save` does the deed; what it refuses is shown in the form. */
@Component({
  selector: 'op-circle-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, FormField, Icon, TranslocoPipe],
  templateUrl: './circle-form.html',
  styleUrl: './circle-form.css',
})
export class CircleForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly today = inject(Dates).today();

  readonly circle = input<CircleView | null>(null);
  readonly save = input.required<(circle: RecordCircle) => Promise<void>>();
  readonly closed = output();

  protected readonly draft = linkedSignal(() => {
    const { heldOn, place, topic, people, missingVoices } = this.circle() ?? blank;
    return { heldOn, place, topic, people: people as number | null, missingVoices };
  });
  protected readonly form = form(this.draft, (path) => {
    required(path.heldOn);
    validate(path.heldOn, ({ value }) => (value() > this.today ? { kind: 'notYet' } : undefined));
    required(path.place);
    maxLength(path.place, 200);
    required(path.topic);
    maxLength(path.topic, 300);
    required(path.people);
    min(path.people, 1);
    max(path.people, 1000);
    maxLength(path.missingVoices, 1000);
  });
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  /** A key of the words for what stands above the form. */
  protected readonly refused = signal('');

  /** The word for what is wrong with a field, once it was left or sending was tried. */
  protected wrong(name: Name): string {
    const field = this.form[name]();
    if (!this.tried() && !field.touched()) return '';
    const kind = field.errors()[0]?.kind;
    if (!kind) return '';
    return `circles.form.wrong.${kind === 'notYet' ? 'notYet' : name}`;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.refused.set('');
    const element = this.host.nativeElement;
    const first = names.find((name) => !this.form[name]().valid());
    if (first) return element.querySelector<HTMLElement>(`#ring-${first}`)?.focus();
    this.busy.set(true);
    try {
      const { people, ...told } = this.draft();
      await this.save()({ ...told, place: told.place.trim(), topic: told.topic.trim(), people: people ?? 1 });
    } catch (error) {
      this.tell(Problem.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private tell(problem: Problem): void {
    const { fields } = placeFieldMessages(problem, names);
    const first = names.find((name) => fields[name]);
    this.refused.set(
      problem.status === 0
        ? 'problem.offline'
        : problem.status === 412
          ? 'problem.stale'
          : first
            ? `circles.form.wrong.${problem.code === 'not-yet-held' ? 'notYet' : first}`
            : 'problem.unknown',
    );
    if (first) this.host.nativeElement.querySelector<HTMLElement>(`#ring-${first}`)?.focus();
  }
}

const blank = { heldOn: '', place: '', topic: '', people: null, missingVoices: '' };
