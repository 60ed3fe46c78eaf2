import {
  CSP_NONCE,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ViewEncapsulation,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readMarkdown, safeAddress, writeMarkdown } from '@opiring/platform/web';
import { RICH_TOOLS, type RichTool } from './rich-tools';
import type { Editor } from './rich-tiptap';

/** Where instructions are written with structure, and kept as Markdown. Until the editor has come, the Markdown itself can be written. */
@Component({
  selector: 'op-rich-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  host: { '(keydown)': 'move($event)' },
  imports: [TranslocoPipe],
  templateUrl: './rich-editor.html',
  styleUrl: './rich-editor.css',
})
export class RichEditor {
  readonly value = input.required<string>();
  readonly label = input.required<string>();
  readonly field = input.required<string>();
  readonly lang = input('et');
  readonly changed = output<string>();

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly nonce = inject(CSP_NONCE, { optional: true });
  protected readonly editor = signal<Editor | null>(null);
  private readonly turn = signal(0);
  protected readonly tools = RICH_TOOLS;
  protected readonly at = signal(0);
  protected readonly linking = signal(false);
  protected readonly bad = signal(false);
  protected readonly pressed = computed(() => {
    this.turn();
    const editor = this.editor();
    return this.tools.map((tool) => (editor ? tool.active(editor) : false));
  });
  /** What the editor said last: only other words than these replace what is in it. */
  private said = '';
  private gone = false;

  constructor() {
    afterNextRender(() => void this.open());
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.editor()?.destroy();
    });
    effect(() => {
      const value = this.value();
      const editor = this.editor();
      if (!editor || value === this.said) return;
      this.said = value;
      untracked(() => editor.commands.setContent(readMarkdown(value), { emitUpdate: false }));
    });
  }

  protected write(value: string): void {
    this.changed.emit(value);
  }

  protected use(tool: RichTool): void {
    const editor = this.editor();
    if (!editor) return;
    if (tool.do) tool.do(editor);
    else {
      this.bad.set(false);
      this.linking.set(true);
      setTimeout(() =>
        this.place().nativeElement.parentElement?.querySelector<HTMLElement>('.re__l input')?.focus(),
      );
    }
  }

  /** An address that leads nowhere safe is refused; none at all takes the link away. */
  protected link(address: string): void {
    const href = safeAddress(address);
    this.bad.set(address.trim() !== '' && !href);
    if (this.bad()) return;
    const chain = this.editor()?.chain().focus().extendMarkRange('link');
    if (!href) chain?.unsetLink().run();
    else if (this.editor()?.state.selection.empty && !this.editor()?.isActive('link'))
      chain?.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain?.setLink({ href }).run();
    this.linking.set(false);
  }

  protected linked(): string {
    return String(this.editor()?.getAttributes('link')['href'] ?? 'https://');
  }

  protected close(event: Event): void {
    event.stopPropagation();
    this.linking.set(false);
    this.editor()?.commands.focus();
  }

  /** One stop for Tab, arrows within, as the toolbar pattern has it. */
  protected move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const row = event.target instanceof Element ? event.target.closest('.re__r') : null;
    if (!step || !row) return;
    event.preventDefault();
    const to = (this.at() + step + this.tools.length) % this.tools.length;
    row.querySelectorAll<HTMLElement>('button')[to]?.focus();
  }

  private async open(): Promise<void> {
    const { openEditor } = await import('./rich-tiptap').catch(() => ({ openEditor: undefined }));
    if (this.gone || !openEditor) return;
    this.said = this.value();
    this.editor.set(
      openEditor({
        element: this.place().nativeElement,
        body: readMarkdown(this.said),
        label: this.label(),
        id: this.field(),
        lang: this.lang(),
        nonce: this.nonce,
        changed: (body) => {
          this.said = writeMarkdown(body);
          this.changed.emit(this.said);
        },
        moved: () => this.turn.update((n) => n + 1),
      }),
    );
  }
}
