import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentNode, EntryView } from '@opiring/contract/journal';
import { Dates } from '@opiring/platform/web';
import { EntryBody } from './entry-body';

/** Two texts of one entry, written apart. Nothing is saved over the other until the author has chosen. */
@Component({
  selector: 'op-conflict',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EntryBody, TranslocoPipe],
  template: `
    <section class="cf" role="alertdialog" aria-labelledby="cf-h" aria-describedby="cf-t">
      <h2 id="cf-h">{{ 'journal.conflict.heading' | transloco }}</h2>
      <p id="cf-t" class="cap">{{ 'journal.conflict.text' | transloco }}</p>
      <div class="cf__two">
        <div class="cf__one" tabindex="0" role="region" aria-labelledby="cf-mine">
          <h3 id="cf-mine">{{ 'journal.conflict.mine' | transloco }}</h3>
          <op-entry-body [body]="mine()" />
        </div>
        <div class="cf__one" tabindex="0" role="region" aria-labelledby="cf-theirs">
          <h3 id="cf-theirs">
            {{ 'journal.conflict.theirs' | transloco: { when: dates.when(theirs().updatedAt) } }}
          </h3>
          <op-entry-body [body]="theirs().body" />
        </div>
      </div>
      <p class="row">
        <button type="button" class="btn btn--main btn--s" (click)="chosen.emit('both')">
          {{ 'journal.conflict.keepBoth' | transloco }}
        </button>
        <button type="button" class="btn btn--line btn--s" (click)="chosen.emit('mine')">
          {{ 'journal.conflict.keepMine' | transloco }}
        </button>
        <button type="button" class="btn btn--line btn--s" (click)="chosen.emit('theirs')">
          {{ 'journal.conflict.keepTheirs' | transloco }}
        </button>
      </p>
    </section>
  `,
})
export class ConflictView {
  readonly mine = input.required<DocumentNode>();
  readonly theirs = input.required<EntryView>();
  readonly chosen = output<'mine' | 'theirs' | 'both'>();
  protected readonly dates = inject(Dates);
}
