import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';

const FORMATS = [
  { ending: 'pdf', name: 'PDF' },
  { ending: 'html', name: 'HTML' },
  { ending: 'md', name: 'Markdown' },
  { ending: 'json', name: 'JSON' },
] as const;

/** My own words to take along: the whole journal, or what belongs to one question. Plain links, so that they work without us. */
@Component({
  selector: 'op-journal-download',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <section class="dl" id="paevik" aria-labelledby="dl">
      <h2 id="dl">{{ (questionId() ? 'journal.download.arc' : 'journal.download.all') | transloco }}</h2>
      <p class="cap dl__t">
        {{ (questionId() ? 'journal.download.arcMore' : 'journal.download.allMore') | transloco }}
      </p>
      <ul class="row dl__l">
        @for (each of formats; track each.ending) {
          <li>
            <a class="btn btn--line btn--s" download [href]="hrefOf(each.ending)"
              ><op-icon name="download" [size]="18" />{{ each.name }}</a
            >
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .dl__t {
      margin-top: 0.5rem;
      max-width: 60ch;
    }
    .dl__l {
      margin-top: 1rem;
    }
  `,
})
export class JournalDownload {
  /** One arc alone. */
  readonly questionId = input('');
  protected readonly formats = FORMATS;

  protected hrefOf(ending: string): string {
    return `/api/me/journal.${ending}${this.questionId() ? `?question=${this.questionId()}` : ''}`;
  }
}
