import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Some of a few, each with a box to tick. */
@Component({
  selector: 'op-choices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <fieldset class="ch" [attr.aria-describedby]="error() ? for() + '-error' : null">
      <legend>{{ label() }}</legend>
      @for (each of all(); track each) {
        <label class="opt">
          <input
            type="checkbox"
            [attr.id]="$first ? for() : null"
            [checked]="chosen().includes(each)"
            (change)="turn(each, $any($event.target).checked)"
          />
          <span>{{ words() + each | transloco }}</span>
        </label>
      }
      @if (error()) {
        <p class="err" [id]="for() + '-error'" role="alert">{{ error() }}</p>
      }
    </fieldset>
  `,
  styles: `
    .ch {
      border: 0;
      padding: 0;
      margin: 0;
    }
    legend {
      font: 560 var(--t-15)/1.3 var(--font-ui);
      margin-bottom: 0.5rem;
      padding: 0;
    }
  `,
})
export class Choices {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  /** Where the words of the choices are: `systems.scope.` */
  readonly words = input.required<string>();
  readonly all = input.required<readonly string[]>();
  readonly error = input('');
  readonly chosen = model.required<readonly string[]>();

  protected turn(one: string, on: boolean): void {
    const kept = this.chosen().filter((each) => each !== one);
    this.chosen.set(on ? this.all().filter((each) => each === one || kept.includes(each)) : kept);
  }
}
