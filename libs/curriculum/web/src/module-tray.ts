import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ModuleView } from '@opiring/contract/curriculum';
import { LocalPipe } from '@opiring/platform/web';
import { InHand } from './in-hand';

/** The modules within reach of whoever carries an activity while the band is out of sight. Keyboards go by the menus. */
@Component({
  selector: 'op-module-tray',
  imports: [LocalPipe, TranslocoPipe],
  host: { 'aria-hidden': 'true' },
  template: `
    <p class="cap">{{ 'curriculum.drag.where' | transloco: { n: hand.activities().length } }}</p>
    <ul>
      @for (target of targets(); track target.module.id) {
        <li [attr.data-takes]="target.module.id" [class.is-over]="hand.over() === target.module.id">
          @if (target.number; as number) {
            <span class="num">{{ number }}</span>
          }
          <b>{{ target.module.title | local }}</b>
        </li>
      }
    </ul>
  `,
  styleUrl: './module-tray.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModuleTray {
  protected readonly hand = inject(InHand);
  readonly modules = input.required<readonly ModuleView[]>();
  protected readonly targets = computed(() => {
    const numbered = this.modules().filter(({ alongside }) => !alongside);
    return this.modules()
      .filter((module) => this.hand.takes(module))
      .map((module) => ({ module, number: numbered.indexOf(module) + 1 }));
  });
}
