import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MaterialsView } from '@opiring/contract/materials';
import { MaterialList } from '@opiring/platform/ui';
import { Local } from '@opiring/platform/web';

/** What the activities bring along, gathered by module. */
@Component({
  selector: 'op-cohort-materials',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Local, MaterialList, TranslocoPipe],
  template: `
    <h2 id="by-module">{{ 'library.byModule' | transloco }}</h2>
    @for (module of view().modules; track module.id) {
      <section [attr.aria-labelledby]="'mat-' + module.id">
        <h3 [id]="'mat-' + module.id" [opLocal]="module.title"></h3>
        <ul>
          @for (activity of module.activities; track activity.id) {
            <li>
              <span class="cap" [opLocal]="activity.title"></span>
              <op-materials [activityId]="activity.id" [materials]="activity.materials" />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-top: 1.75rem;
    }
    ul {
      list-style: none;
      padding: 0;
      margin-top: 0.5rem;
    }
    li {
      padding: 0.75rem 0;
      border-top: 1px solid var(--line);
    }
    h3 {
      font-size: var(--t-21);
    }
  `,
})
export class CohortMaterials {
  readonly view = input.required<MaterialsView>();
}
