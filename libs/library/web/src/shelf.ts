import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResourceView, StoryView } from '@opiring/contract/library';
import { Local, LocalPipe } from '@opiring/platform/web';

/** Books, worksheets, recordings, links; and the experience stories. A thing without an address is named all the same. */
@Component({
  selector: 'op-shelf',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Local, LocalPipe, TranslocoPipe],
  templateUrl: './shelf.html',
  styles: `
    .shelf {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 2rem clamp(2rem, 6vw, 6rem);
      margin-top: 1.75rem;
      align-items: start;
    }
    ul {
      list-style: none;
      padding: 0;
    }
    li {
      padding: 1rem 0;
      border-top: 1px solid var(--line);
      display: grid;
      gap: 0.25rem;
    }
    .name {
      font-size: var(--t-21);
      line-height: 1.3;
    }
    h3 {
      font: 560 var(--t-15)/1.3 var(--font-ui);
      color: var(--ink-3);
      margin-bottom: 0.75rem;
      letter-spacing: 0;
    }
    summary {
      min-height: var(--target-min);
      cursor: pointer;
    }
    .told {
      white-space: pre-line;
    }
    @media (max-width: 760px) {
      .shelf {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class Shelf {
  readonly resources = input.required<readonly ResourceView[]>();
  readonly stories = input.required<readonly StoryView[]>();
}
