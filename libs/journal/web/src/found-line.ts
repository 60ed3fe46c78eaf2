import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FoundEntryView } from '@opiring/contract/search';
import { Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { hinted } from './search-snippet';
import { OccasionWords } from './occasion-words';
import { personWords } from './person-words';

/** One entry that was found, with the words that were looked for. */
@Component({
  selector: 'op-found-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [OccasionWords, RouterLink, Seat, TranslocoPipe],
  styleUrl: './entry-line.css',
  styles: `
    .fl__s {
      font: 400 var(--t-19) / 1.5 var(--font-read);
      color: var(--ink-2);
      max-width: 64ch;
      overflow-wrap: anywhere;
    }
    mark {
      font-weight: 480;
    }
  `,
  template: `
    <a class="ln" [routerLink]="['/motisklused', found().id]">
      @if (!found().mine) {
        <op-seat [name]="found().author.name" [kind]="kind()" [seat]="found().author.seat" [size]="44" />
      }
      <span class="ln__t">
        @if (!found().mine) {
          <b>{{ found().author.name }}</b>
        }
        @if (found().title) {
          <span class="ln__h serif" [attr.lang]="found().lang">{{ found().title }}</span>
        }
        <span class="fl__s" [attr.lang]="found().lang">
          @for (part of snippet(); track $index) {
            @if (part.hit) {
              <mark class="w1">{{ part.text }}</mark>
            } @else {
              <ng-container>{{ part.text }}</ng-container>
            }
          }
        </span>
        <span class="cap"
          ><op-occasion [of]="found()" /> · {{ dates.near(dates.dayOf(found().at)) }}
          @if (found().mine) {
            · {{ 'journal.search.mine' | transloco }}
          }
        </span>
      </span>
    </a>
  `,
})
export class FoundLine {
  readonly found = input.required<FoundEntryView>();
  protected readonly dates = inject(Dates);
  protected readonly snippet = computed(() => hinted(this.found().snippet));
  protected readonly kind = computed(() => personWords(this.found().author).seat);
}
