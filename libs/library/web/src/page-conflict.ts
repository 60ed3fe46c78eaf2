import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Clash } from './page-merge';

/** Where two people wrote in the same place: both are shown, mine stands until I take theirs. */
@Component({
  selector: 'op-page-conflict',
  imports: [TranslocoPipe],
  template: `
    <section class="df" aria-labelledby="clash">
      <h3 id="clash" class="kick">{{ 'library.page.clash.title' | transloco }}</h3>
      <p>{{ 'library.page.clash.body' | transloco }}</p>
      <dl>
        @for (clash of clashes(); track clash) {
          <div>
            <dt>
              {{ 'library.page.' + clash.name | transloco
              }}{{ clash.locale ? ' (' + clash.locale.toUpperCase() + ')' : '' }}:
              {{ 'library.page.clash.theirs' | transloco }}
            </dt>
            <dd [lang]="clash.locale">{{ clash.theirs || ('library.page.clash.empty' | transloco) }}</dd>
            <dt>{{ 'library.page.clash.mine' | transloco }}</dt>
            <dd [lang]="clash.locale">
              <ins>{{ clash.mine || ('library.page.clash.empty' | transloco) }}</ins>
            </dd>
            <dd>
              <button type="button" class="btn btn--line btn--s" (click)="takeTheirs.emit(clash)">
                {{ 'library.page.clash.take' | transloco
                }}<span class="vh">: {{ 'library.page.' + clash.name | transloco }}</span>
              </button>
            </dd>
          </div>
        }
      </dl>
    </section>
  `,
  styles:
    'dl > div { margin-top: 0.875rem; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageConflict {
  readonly clashes = input.required<readonly Clash[]>();
  readonly takeTheirs = output<Clash>();
}
