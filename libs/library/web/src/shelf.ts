import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResourceView, StoryView } from '@opiring/contract/library';
import { Icon, sizeWords } from '@opiring/platform/ui';
import { Language, Local, LocalPipe } from '@opiring/platform/web';

/** Books, worksheets, recordings, links; and the experience stories. A thing without an address is named all the same. */
@Component({
  selector: 'op-shelf',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Local, LocalPipe, TranslocoPipe],
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
    .file {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.125rem 0.75rem;
    }
    .file a {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: var(--target-min);
      overflow-wrap: anywhere;
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
  private readonly language = inject(Language);
  protected readonly sizeOf = (bytes: number): string => sizeWords(bytes, this.language.current());
  readonly resources = input.required<readonly ResourceView[]>();
  readonly stories = input.required<readonly StoryView[]>();
}
