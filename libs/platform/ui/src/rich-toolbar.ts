import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  ViewEncapsulation,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { safeAddress } from '@opiring/platform/web';
import type { Editor } from '@tiptap/core';
import { Icon } from './icon';
import type { RichTool } from './rich-tools';

/** A quiet row of tools over a text with structure: one stop for Tab, arrows within, as the toolbar pattern has it. */
@Component({
  selector: 'op-rich-toolbar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [Icon, TranslocoPipe],
  templateUrl: './rich-toolbar.html',
  styleUrl: './rich-toolbar.css',
  host: { '(keydown)': 'move($event)' },
})
export class RichToolbar {
  readonly editor = input.required<Editor>();
  /** Rises with every step of the editor, so that the buttons tell the truth. */
  readonly turn = input.required<number>();
  readonly tools = input.required<readonly RichTool[]>();
  /** Where its words begin, with the dot. */
  readonly words = input.required<string>();
  /** What its ids begin with. */
  readonly field = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly at = signal(0);
  protected readonly linking = signal(false);
  protected readonly href = signal('');
  protected readonly bad = signal(false);
  protected readonly states = computed(() => {
    this.turn();
    const editor = this.editor();
    return this.tools().map((tool) => ({
      on: tool.active ? tool.active(editor) : false,
      possible: tool.possible ? tool.possible(editor) : true,
    }));
  });

  protected use(tool: RichTool): void {
    if (tool.name !== 'link') {
      tool.do?.(this.editor());
      return;
    }
    this.href.set(String(this.editor().getAttributes('link')['href'] ?? 'https://'));
    this.bad.set(false);
    this.linking.set(true);
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus(), {
      injector: this.injector,
    });
  }

  /** An address that leads nowhere safe is refused; none at all takes the link away. */
  protected link(address: string): void {
    if (!address.trim()) return this.unlink();
    const href = safeAddress(address);
    this.bad.set(!href || !URL.canParse(href));
    if (!href || this.bad()) return;
    const chain = this.editor().chain().focus().extendMarkRange('link');
    if (this.editor().state.selection.empty && !this.editor().isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    this.linking.set(false);
  }

  protected unlink(): void {
    this.editor().chain().focus().extendMarkRange('link').unsetLink().run();
    this.linking.set(false);
  }

  protected close(event: Event): void {
    event.stopPropagation();
    this.linking.set(false);
    this.editor().commands.focus();
  }

  protected move(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) return;
    const last = this.tools().length - 1;
    const to = {
      ArrowRight: this.at() === last ? 0 : this.at() + 1,
      ArrowLeft: this.at() === 0 ? last : this.at() - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.host.nativeElement.querySelectorAll<HTMLElement>('.rt__b')[to]?.focus();
  }
}
