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
  templateUrl: './draft-tools.html',
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
