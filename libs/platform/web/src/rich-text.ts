import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { LocalText } from '@opiring/contract/text';
import { Language } from './language';
import { localText } from './local-text';
import { readMarkdown, type RichNode } from './markdown';

/** An organizer's text with structure. Drawn node by node from a tree that was read: no text ever becomes markup. */
@Component({
  selector: 'op-rich-text',
  imports: [NgTemplateOutlet],
  templateUrl: './rich-text.html',
  host: { '[attr.lang]': 'lang()' },
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    p,
    ul,
    ol,
    blockquote,
    .h {
      margin: 0.6em 0 0;
    }
    :host > :first-child,
    li > :first-child,
    blockquote > :first-child {
      margin-top: 0;
    }
    ul,
    ol {
      padding-left: 1.4em;
    }
    .h {
      font-weight: 620;
    }
    .h--2 {
      font-size: 1.1em;
    }
    blockquote {
      border-left: 3px solid var(--line-strong);
      padding-left: 1em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RichText {
  private readonly language = inject(Language);
  readonly text = input.required<LocalText | null | undefined>();
  private readonly found = computed(() => localText(this.text(), this.language.current()));
  protected readonly nodes = computed(() => readMarkdown(this.found().text).content ?? []);
  protected readonly lang = computed(() =>
    this.found().lang === this.language.current() ? null : this.found().lang,
  );

  protected is(node: RichNode, mark: 'bold' | 'italic'): boolean {
    return node.marks?.some(({ type }) => type === mark) ?? false;
  }
  protected href(node: RichNode): string | undefined {
    return node.marks?.find(({ type }) => type === 'link')?.attrs?.href;
  }
}
