import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ModuleView } from '@opiring/contract/curriculum';
import { Icon } from '@opiring/platform/ui';
import { LocalPipe } from '@opiring/platform/web';
import { standing } from './deeds';
import { Designer } from './designer';
import { DraftCommands } from './draft-commands';
import { Selection } from './selection';

/**
 * What may be done with all the chosen activities at once. On a phone it is one row whose height never changes: it lies over the
 * lines, and what grows under the thumb takes away the box it was going to.
 */
@Component({
  selector: 'op-selection-bar',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuTrigger, Icon, LocalPipe, TranslocoPipe],
  templateUrl: './selection-bar.html',
  styleUrl: './selection-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectionBar {
  protected readonly selection = inject(Selection);
  private readonly commands = inject(DraftCommands);
  protected readonly designer = inject(Designer);
  private readonly here = computed(() => {
    const module = this.designer.chosen();
    return module ? standing(module) : [];
  });
  protected readonly allHere = computed(() => this.here().every(({ id }) => this.selection.has(id)));

  protected chooseAll(): void {
    this.selection.set(this.here(), !this.allHere());
  }
  protected moveTo(module: ModuleView): void {
    void this.after(this.commands.moveTo(this.selection.activities(), module));
  }
  protected require(required: boolean): void {
    void this.commands.setRequired(this.selection.activities(), required);
  }
  protected retire(): void {
    void this.after(this.commands.retire(this.selection.activities()));
  }

  private async after(done: Promise<boolean>): Promise<void> {
    if (await done) this.selection.clear();
  }
}
