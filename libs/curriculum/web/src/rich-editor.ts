import {
  CSP_NONCE,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ViewEncapsulation,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RichToolbar, richTools } from '@opiring/platform/ui';
import { readMarkdown, writeMarkdown } from '@opiring/platform/web';
import type { Editor } from './rich-tiptap';

const { heading, bold, italic, bullets, numbers, quote, link } = richTools;
const TOOLS = [heading, bold, italic, bullets, numbers, quote, link];

/** Where instructions are written with structure, and kept as Markdown. Until the editor has come, the Markdown itself can be written. */
@Component({
  selector: 'op-rich-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [RichToolbar],
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
  protected readonly turn = signal(0);
  protected readonly tools = TOOLS;
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
