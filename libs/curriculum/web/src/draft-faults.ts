import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { Designer } from './designer';
import { FaultWords } from './release/fault-words';

/** What in the draft would never open, and why: said as soon as a move, a removal or a step back makes it so. */
@Component({
  selector: 'op-draft-faults',
  imports: [Icon, TranslocoPipe],
  template: `
    <div role="status">
      @if (designer.faults(); as faults) {
        @if (faults.length) {
          <div class="note note--c">
            <op-icon name="warning" />
            <div>
              <p>{{ 'curriculum.release.unpublishable' | transloco }}</p>
              <ul>
                @for (fault of faults; track $index) {
                  <li>{{ words.say(fault) }}</li>
                }
              </ul>
            </div>
          </div>
        }
      }
    </div>
  `,
  styles: `
    .note {
      margin-top: 1.5rem;
    }
    ul {
      margin: 0.375rem 0 0;
      padding-left: 1.125rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftFaults {
  protected readonly designer = inject(Designer);
  protected readonly words = inject(FaultWords);
}
