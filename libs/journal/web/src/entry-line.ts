import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntrySummaryView } from '@opiring/contract/journal';
import { Icon, Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { OccasionWords } from './occasion-words';
import { personWords } from './person-words';
import { openingWords } from './question-arc';
import { widestOf } from './readers';

/** One entry in a list: what it is, how it stands, who reads it. */
@Component({
  selector: 'op-entry-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, OccasionWords, RouterLink, Seat, TranslocoPipe],
  styleUrl: './entry-line.css',
  template: `
    <a class="ln" [routerLink]="to()">
      @if (!mine()) {
        <op-seat [name]="entry().author.name" [kind]="kind()" [seat]="entry().author.seat" [size]="44" />
      }
      <span class="ln__t">
        @if (!mine()) {
          <b>{{ entry().author.name }}</b>
        }
        <span class="ln__h serif" [attr.lang]="entry().lang">{{ entry().title || entry().opening }}</span>
        @if (entry().title && entry().opening) {
          <span class="ln__o" [attr.lang]="entry().lang">{{ opening(entry().opening) }}</span>
        }
        <span class="cap"><op-occasion [of]="entry()" /> · {{ dates.near(dates.dayOf(entry().at)) }}</span>
      </span>
      @if (mine()) {
        <span class="ln__s">
          <span class="tag" [class.tag--j]="entry().doneAt" [class.tag--dash]="!entry().doneAt">{{
            (entry().doneAt ? 'journal.list.done' : 'journal.list.draft') | transloco
          }}</span>
          <span class="tag" [class.tag--h]="open()"
            ><op-icon [name]="open() ? 'eye' : 'lock'" [size]="16" />{{
              'journal.list.reads.' + widest() | transloco
            }}</span
          >
          @if (entry().notes) {
            <span class="cap">{{ 'journal.list.notes' | transloco: { n: entry().notes } }}</span>
          }
        </span>
      }
    </a>
  `,
})
export class EntryLine {
  readonly entry = input.required<EntrySummaryView>();
  readonly mine = input(true);
  protected readonly dates = inject(Dates);
  protected readonly opening = openingWords;
  protected readonly kind = computed(() => personWords(this.entry().author).seat);
  protected readonly open = computed(() => (this.entry().audiences?.length ?? 0) > 0);
  protected readonly widest = computed(() => widestOf(this.entry().audiences));
  /** A draft of mine is opened to be written on. */
  protected readonly to = computed(() => {
    const { id, doneAt } = this.entry();
    return this.mine() && !doneAt && !this.open() ? ['/kirjuta', id] : ['/motisklused', id];
  });
}
