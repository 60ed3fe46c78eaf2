import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ActivityView, DraftState, ModuleView } from '@opiring/contract/curriculum';
import { LocalPipe } from '@opiring/platform/web';

const TAGS: Readonly<Record<DraftState, string>> = {
  same: '',
  changed: 'tag--a',
  new: 'tag--dash',
  retired: 'tag--dash',
};

/** What the draft has that the published curriculum has not, module by module. */
@Component({
  selector: 'op-differences',
  imports: [TranslocoPipe, LocalPipe],
  host: { class: 'dialog' },
  template: `
    <h2 id="differences-h">{{ 'curriculum.differences.title' | transloco }}</h2>
    <p class="lead">{{ 'curriculum.differences.lead' | transloco }}</p>
    @for (module of differing(); track module.id) {
      <section>
        <h3 class="row between">
          {{ module.title | local }}
          @if (differs(module)) {
            <span class="tag" [class]="tags[module.draft ?? 'same']">{{
              'curriculum.differences.' + module.draft | transloco
            }}</span>
          }
        </h3>
        <ul class="df__l">
          @for (activity of changed(module); track activity.id) {
            <li>
              <span>{{ activity.title | local }}</span>
              <span class="tag" [class]="tags[activity.draft ?? 'same']">{{
                'curriculum.differences.' + activity.draft | transloco
              }}</span>
            </li>
          }
        </ul>
      </section>
    } @empty {
      <p>{{ 'curriculum.differences.none' | transloco }}</p>
    }
    <p>
      <button type="button" class="btn btn--line" (click)="ref.close()">
        {{ 'curriculum.differences.close' | transloco }}
      </button>
    </p>
  `,
  styleUrl: './differences-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferencesDialog {
  private readonly modules = inject<readonly ModuleView[]>(DIALOG_DATA);
  protected readonly ref = inject(DialogRef);
  protected readonly tags = TAGS;
  protected readonly differing = computed(() =>
    this.modules.filter((m) => this.differs(m) || this.changed(m).length > 0),
  );

  protected differs(thing: { draft?: DraftState }): boolean {
    return thing.draft !== undefined && thing.draft !== 'same';
  }
  /** Of a module that is new or retired as a whole, its activities say nothing more. */
  protected changed(module: ModuleView): ActivityView[] {
    return module.draft === 'retired' ? [] : module.activities.filter((a) => this.differs(a));
  }
}
