import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ChangeView, ModuleView } from '@opiring/contract/curriculum';
import { ChangeRows } from './change-rows';

/** „Mis kavandis muutus“ of one thing, in its side panel. */
@Component({
  selector: 'op-draft-note',
  imports: [ChangeRows, TranslocoPipe],
  template: `
    <section class="df" aria-labelledby="draft-note-h">
      <h3 class="kick" id="draft-note-h">{{ 'curriculum.change.heading' | transloco }}</h3>
      <op-change-rows [change]="change()" [modules]="modules()" />
    </section>
  `,
  styles: 'op-change-rows { margin-top: 0.5rem; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftNote {
  readonly change = input.required<ChangeView>();
  readonly modules = input.required<readonly ModuleView[]>();
}
