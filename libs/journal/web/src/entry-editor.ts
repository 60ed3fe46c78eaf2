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
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentNode } from '@opiring/contract/journal';
import { RichToolbar } from '@opiring/platform/ui';
import { ENTRY_TOOLS } from './editor-tools';
import type { Editor } from './tiptap';

/** Where one writes. The text may be replaced from outside (`body` with a new `edition`), never while one types. */
@Component({
  selector: 'op-entry-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [RichToolbar, TranslocoPipe],
  styleUrl: './entry-editor.css',
  template: `
    @if (editor(); as open) {
      <op-rich-toolbar
        class="wr__tools"
        field="ed"
        words="journal.editor."
        [editor]="open"
        [tools]="tools"
        [turn]="turn()"
      />
    } @else if (failed()) {
      <p class="note note--c" role="alert">{{ 'journal.write.editorMissing' | transloco }}</p>
    } @else {
      <p class="cap" role="status">{{ 'journal.write.editorLoading' | transloco }}</p>
    }
    <div #place></div>
  `,
})
export class EntryEditor {
  readonly body = input.required<DocumentNode>();
  /** Rises when the text was replaced by something other than typing. */
  readonly edition = input(0);
  readonly label = input.required<string>();
  readonly foldLabel = input('');
  readonly lang = input('et');
  readonly changed = output<DocumentNode>();

  protected readonly tools = ENTRY_TOOLS;
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly nonce = inject(CSP_NONCE, { optional: true });
  protected readonly editor = signal<Editor | null>(null);
  protected readonly failed = signal(false);
  protected readonly turn = signal(0);
  private gone = false;

  constructor() {
    afterNextRender(() => void this.open());
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.editor()?.destroy();
    });
    effect(() => {
      this.edition();
      const body = untracked(this.body);
      untracked(this.editor)?.commands.setContent(body, { emitUpdate: false });
    });
  }

  focus(): void {
    this.editor()?.commands.focus('end');
  }

  private async open(): Promise<void> {
    try {
      const { openEditor } = await import('./tiptap');
      if (this.gone) return;
      this.editor.set(
        openEditor({
          element: this.place().nativeElement,
          body: this.body(),
          label: this.label(),
          foldLabel: this.foldLabel(),
          lang: this.lang(),
          nonce: this.nonce,
          changed: (body) => this.changed.emit(body),
          moved: () => this.turn.update((n) => n + 1),
        }),
      );
    } catch {
      this.failed.set(true);
    }
  }
}
