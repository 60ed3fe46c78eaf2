import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Icon, Toasts } from '@opiring/platform/ui';
import { OneUpload, type Taken } from './one-upload';

/** Where one file is kept with a line of a form: chosen, replaced or taken away at once, whatever else of it is unsaved. */
@Component({
  selector: 'op-file-spot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <ng-content />
    <label class="btn btn--line btn--s" [attr.aria-busy]="upload.share() !== null || null">
      <input
        class="vh"
        type="file"
        [accept]="accepted()"
        [disabled]="upload.share() !== null"
        [attr.aria-describedby]="upload.refused() ? field() + '-err' : hint()"
        (change)="choose($event)"
      />
      {{ words() + (has() ? 'replace' : 'choose') | transloco }}<span class="vh">: {{ name() }}</span>
    </label>
    @if (has()) {
      <button type="button" class="btn btn--quiet btn--s" (click)="remove()">
        {{ words() + 'remove' | transloco }}<span class="vh">: {{ name() }}</span>
      </button>
    }
    @if (upload.share(); as part) {
      <progress
        max="1"
        [value]="part"
        [attr.aria-label]="words() + 'rising' | transloco: { name: name() }"
      ></progress>
    }
    @if (upload.refused(); as code) {
      <p class="err" role="alert" [id]="field() + '-err'">
        <op-icon name="warning" [size]="18" />{{ words() + 'refused.' + code | transloco: bounds() }}
      </p>
    }
    <ng-content select="[opBelow]" />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
    }
    label:focus-within {
      box-shadow: var(--focus);
    }
    .err {
      flex-basis: 100%;
      display: flex;
      gap: 0.375rem;
    }
    progress {
      width: 8rem;
      height: 0.5rem;
      accent-color: var(--juniper);
    }
  `,
})
export class FileSpot<T> {
  private readonly toasts = inject(Toasts);
  private readonly translate = inject(TranslocoService);
  protected readonly upload = new OneUpload<T>(() => this.taken());
  /** Where its words begin, with the dot. */
  readonly words = input.required<string>();
  readonly taken = input.required<Taken>();
  readonly has = input.required<boolean>();
  /** Whose file it is, for those who hear the page. */
  readonly name = input.required<string>();
  /** What its ids begin with. */
  readonly field = input.required<string>();
  readonly hint = input.required<string>();
  readonly path = input.required<string>();
  /** What a refusal names. */
  readonly bounds = input<Record<string, number>>({});
  /** What it belongs to, with the file brought or taken away. */
  readonly done = output<T>();

  protected accepted(): string {
    return this.taken()
      .endings.map((ending) => `.${ending}`)
      .join(',');
  }
  protected async choose(event: Event): Promise<void> {
    this.take(await this.upload.bring(event, this.path()), 'brought');
  }
  protected async remove(): Promise<void> {
    this.take(await this.upload.remove(this.path()), 'removed');
  }

  private take(changed: T | undefined, what: string): void {
    if (changed === undefined) return;
    this.done.emit(changed);
    this.toasts.say(this.translate.translate(this.words() + what));
  }
}
