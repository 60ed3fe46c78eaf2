import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  type TemplateRef,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentNode } from '@opiring/contract/journal';
import { EntryBody } from './entry-body';
import { type Passage, type Quote, occurrenceAt, sentencesOf } from './passages';

const LONGEST = 2000;

/** A text to read, and where `picking`, to choose a passage of: by selecting words, or a sentence from a list. */
@Component({
  selector: 'op-passage-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EntryBody, TranslocoPipe],
  styleUrl: './passage-picker.css',
  template: `
    <op-entry-body
      #text
      [body]="body()"
      [lang]="lang()"
      [passages]="passages()"
      [active]="active()"
      [after]="after()"
      (hovered)="hovered.emit($event)"
      (pressed)="pressed.emit($event)"
      (pointerup)="pickSoon()"
      (touchend)="pickSoon()"
    />
    @if (picking()) {
      <details class="pk">
        <summary>{{ 'journal.passage.list' | transloco }}</summary>
        <ul [attr.lang]="lang()">
          @for (sentence of sentences(); track $index) {
            <li>
              <button type="button" class="pk__b" (click)="picked.emit(sentence)">
                {{ sentence.quote }}
              </button>
            </li>
          }
        </ul>
      </details>
    }
  `,
})
export class PassagePicker {
  readonly body = input.required<DocumentNode>();
  readonly lang = input<string | null>(null);
  readonly passages = input<readonly Passage[]>([]);
  readonly active = input<string | null>(null);
  readonly after = input<TemplateRef<{ $implicit: string }> | null>(null);
  readonly picking = input(false);
  readonly hovered = output<string | null>();
  readonly pressed = output<string>();
  readonly picked = output<Quote>();

  private readonly text = viewChild.required('text', { read: ElementRef<HTMLElement> });
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.ownerDocument;
  protected readonly sentences = computed(() => sentencesOf(this.body(), this.lang() ?? 'et'));

  /** The selection stands only after the event that made it. */
  protected pickSoon(): void {
    if (this.picking()) setTimeout(() => this.pick());
  }

  private pick(): void {
    const selection = this.page.getSelection();
    const host: HTMLElement = this.text().nativeElement;
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!host.contains(range.startContainer) || !host.contains(range.endContainer)) return;
    const quote = selection.toString().replaceAll(/\s+/g, ' ').trim();
    if (!quote || quote.length > LONGEST) return;
    const before = this.page.createRange();
    before.setStart(host, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = before.cloneContents();
    for (const note of words.querySelectorAll('op-note-card')) note.remove();
    const said = words.textContent ?? '';
    this.picked.emit({ quote, occurrence: occurrenceAt(said, quote, said.length) });
  }
}
