import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { DraftCommands } from './draft-commands';
import { DraftHistory } from './draft-history';
import { Selection } from './selection';

const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Back and forth through what was done to the draft, and the ways to work on several things at once. */
@Component({
  selector: 'op-draft-tools',
  imports: [Icon, TranslocoPipe],
  host: { '(document:keydown)': 'keyed($event)' },
  template: `
    <div class="row dt" role="toolbar" [attr.aria-label]="'curriculum.history.label' | transloco">
      <button
        type="button"
        class="btn btn--icon"
        [attr.aria-disabled]="!history.toUndo()"
        [attr.aria-label]="said('undo')"
        [title]="said('undo')"
        (click)="commands.stepBack()"
      >
        <svg class="ico" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8 5L4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-3" />
        </svg>
      </button>
      <button
        type="button"
        class="btn btn--icon"
        [attr.aria-disabled]="!history.toRedo()"
        [attr.aria-label]="said('redo')"
        [title]="said('redo')"
        (click)="commands.stepForward()"
      >
        <svg class="ico" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M16 5l4 4-4 4M20 9H10a5.500 5.500 0 0 0 0 11h3" />
        </svg>
      </button>
      <button
        type="button"
        class="txt"
        [attr.aria-pressed]="selection.active()"
        (click)="selection.active() ? selection.clear() : selection.choosing.set(true)"
      >
        {{ 'curriculum.select.mode' | transloco }}
      </button>
      <button type="button" class="txt" (click)="lines.emit()">
        {{ 'curriculum.lines.open' | transloco }}
      </button>
      <button type="button" class="txt" (click)="module.emit()">
        <op-icon name="plus" [size]="18" />
        {{ 'curriculum.module.add' | transloco }}
      </button>
    </div>
  `,
  styles: `
    .dt {
      margin-top: 0.5rem;
      gap: 0.25rem 1rem;
    }
    [aria-disabled='true'] {
      opacity: 0.45;
      cursor: default;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftTools {
  protected readonly commands = inject(DraftCommands);
  protected readonly history = inject(DraftHistory);
  protected readonly selection = inject(Selection);
  readonly module = output();
  readonly lines = output();

  /** What would be undone or done again, in words. */
  protected said(way: 'undo' | 'redo'): string {
    const deed = way === 'undo' ? this.history.toUndo() : this.history.toRedo();
    return this.commands.wayWords(way, deed);
  }

  /** The keys everybody knows; where somebody writes, they are the field's own. */
  protected keyed(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    const writing = event.target instanceof Element && event.target.closest(WRITING) !== null;
    if (event.key === 'Escape' && this.selection.active() && !event.defaultPrevented && !writing)
      this.selection.clear();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || writing || document.querySelector('.dialog'))
      return;
    const back = key === 'z' && !event.shiftKey;
    const forth = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
    if (!back && !forth) return;
    event.preventDefault();
    void (back ? this.commands.stepBack() : this.commands.stepForward());
  }
}
