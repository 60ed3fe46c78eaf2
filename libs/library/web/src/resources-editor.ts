import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResourceKind, ResourceView } from '@opiring/contract/library';
import type { ShelfDraftView } from '@opiring/contract/shelf';
import type { LocalText } from '@opiring/contract/text';
import { Icon } from '@opiring/platform/ui';
import { Api } from '@opiring/platform/web';
import { ResourceFileSpot } from './resource-file';
import type { Deed } from './shelf-editor';
import { TextInLanguages } from './text-in-languages';

interface Line {
  /** Null before its first save. */
  id: string | null;
  kind: ResourceKind;
  title: LocalText;
  author: string;
  about: LocalText;
  url: string;
}
const KINDS: readonly ResourceKind[] = ['book', 'article', 'worksheet', 'recording', 'link'];
const linesOf = ({ resources }: ShelfDraftView): Line[] =>
  resources.map(({ id, kind, title, author, about, url }) => ({
    id,
    kind,
    title,
    author,
    about,
    url: url ?? '',
  }));
const same = (one: Line[], other: Line[]): boolean => JSON.stringify(one) === JSON.stringify(other);
const said = (text: LocalText): boolean => Object.values(text).some((words) => words?.trim());

/** What to read and work with, in order; saved as one list. */
@Component({
  selector: 'op-resources-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, ResourceFileSpot, TextInLanguages, TranslocoPipe],
  templateUrl: './resources-editor.html',
  styles: `
    :host {
      display: block;
    }
    .row {
      margin-top: 0.75rem;
    }
    details {
      border-top: 1px solid var(--line);
      padding: 0.75rem 0;
    }
    summary {
      min-height: var(--target-min);
      cursor: pointer;
    }
    .rs {
      display: grid;
      gap: 1rem;
      padding: 0.75rem 0 1rem;
    }
  `,
})
export class ResourcesEditor {
  private readonly api = inject(Api);
  readonly shelf = input.required<ShelfDraftView>();
  readonly path = input.required<string>();
  readonly attempt = input.required<Deed>();
  protected readonly kinds = KINDS;
  /** What is unsaved stays in its place where only a file or a story came or went. */
  protected readonly lines = linkedSignal<ShelfDraftView, Line[]>({
    source: () => this.shelf(),
    computation: (shelf, before) => {
      const kept = linesOf(shelf);
      return before && same(kept, linesOf(before.source)) ? before.value : kept;
    },
  });
  /** A file came or went: the shelf as it is kept now. */
  readonly fileDone = output<ShelfDraftView>();

  protected keptOf({ id }: Line): ResourceView | undefined {
    return id ? this.shelf().resources.find((resource) => resource.id === id) : undefined;
  }
  protected titleOf({ title }: Line): string {
    return title[this.shelf().language] ?? Object.values(title)[0] ?? '';
  }
  protected edit(at: number, change: Partial<Line>): void {
    this.lines.update((lines) => lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  }
  protected add(): void {
    this.lines.update((lines) => [
      ...lines,
      { id: null, kind: 'book', title: {}, author: '', about: {}, url: '' },
    ]);
  }
  protected drop(at: number): void {
    this.lines.update((lines) => lines.filter((_, index) => index !== at));
  }
  protected lift(at: number): void {
    this.lines.update((lines) => {
      const [before, line] = [lines[at - 1], lines[at]];
      return before && line ? lines.with(at - 1, line).with(at, before) : lines;
    });
  }
  protected async save(): Promise<void> {
    const resources = this.lines()
      .filter(({ title }) => said(title))
      .map(({ id, url, ...line }) => ({ ...(id && { id }), ...line, url: url.trim() || null }));
    await this.attempt()('library.keep.saved', () =>
      this.api.put<ShelfDraftView>(
        `${this.path()}/resources`,
        { resources },
        { revision: this.shelf().revision },
      ),
    );
  }
}
