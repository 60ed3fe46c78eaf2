import { ChangeDetectionStrategy, Component, ViewEncapsulation, input, model } from '@angular/core';
import { ErrorState } from './error-state';
import { Loader } from './loader';

/** What is being asked for: an `httpResource`. */
interface Asked {
  hasValue(): boolean;
  error(): unknown;
  reload(): unknown;
}

/** A log that is asked for only when somebody opens it; its lines stand within as an ordered list. */
@Component({
  selector: 'op-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [ErrorState, Loader],
  template: `
    <details (toggle)="open.set($any($event.target).open)">
      <summary>
        {{ heading() }}<span class="vh">{{ name() ? ': ' + name() : '' }}</span>
      </summary>
      <ng-content />
      @if (!found().hasValue()) {
        @if (found().error(); as problem) {
          <op-error [problem]="problem" (retry)="found().reload()" />
        } @else if (open()) {
          <op-loader />
        }
      }
    </details>
  `,
  styles: `
    @layer parts {
      op-log {
        display: block;
      }
      op-log summary {
        cursor: pointer;
        min-height: 44px;
        align-content: center;
        width: fit-content;
      }
      op-log ol {
        list-style: none;
        margin: 0;
        padding: 0;
        max-width: 40rem;
      }
      op-log li {
        padding: 0.6rem 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
    }
  `,
})
export class Log {
  readonly heading = input.required<string>();
  /** Of what, for those who hear the page. */
  readonly name = input('');
  readonly found = input.required<Asked>();
  readonly open = model(false);
}
