import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { type Tool, tools } from './editor-tools';
import { safeHref } from './document';
import type { Editor } from './tiptap';

/** A quiet row of tools: one stop for Tab, arrows within, as the toolbar pattern has it. */
@Component({
  selector: 'op-editor-toolbar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  templateUrl: './editor-toolbar.html',
  host: { '(keydown)': 'move($event)' },
})
export class EditorToolbar {
  readonly editor = input.required<Editor>();
  /** Rises with every step of the editor, so that the buttons tell the truth. */
  readonly turn = input.required<number>();

  private readonly row = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly tools = tools;
  protected readonly at = signal(0);
  protected readonly linking = signal(false);
  protected readonly href = signal('');
  protected readonly bad = signal(false);
  protected readonly states = computed(() => {
    this.turn();
    const editor = this.editor();
    return tools.map((tool) => ({
      on: tool.active ? tool.active(editor) : false,
      possible: tool.possible ? tool.possible(editor) : true,
    }));
  });

  protected use(tool: Tool): void {
    if (tool.name !== 'link') {
      tool.do?.(this.editor());
      return;
    }
    this.href.set(String(this.editor().getAttributes('link')['href'] ?? 'https://'));
    this.bad.set(false);
    this.linking.set(true);
    setTimeout(() => this.row.nativeElement.querySelector('input')?.focus());
  }

  protected link(event: Event, address: string): void {
    event.preventDefault();
    const href = safeHref(address.trim());
    this.bad.set(!href || !URL.canParse(href));
    if (!href || this.bad()) return;
    const chain = this.editor().chain().focus().extendMarkRange('link');
    if (this.editor().state.selection.empty && !this.editor().isActive('link')) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else {
      chain.setLink({ href }).run();
    }
    this.linking.set(false);
  }

  protected unlink(): void {
    this.editor().chain().focus().extendMarkRange('link').unsetLink().run();
    this.linking.set(false);
  }

  protected close(): void {
    this.linking.set(false);
    this.editor().commands.focus();
  }

  protected move(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) return;
    const last = tools.length - 1;
    const to = {
      ArrowRight: this.at() === last ? 0 : this.at() + 1,
      ArrowLeft: this.at() === 0 ? last : this.at() - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.row.nativeElement.querySelectorAll<HTMLElement>('.ed__b')[to]?.focus();
  }
}
