import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ModuleView } from '@opiring/contract/curriculum';
import { LocalPipe } from '@opiring/platform/web';
import { standing } from './deeds';
import { Designer } from './designer';
import { DraftCommands } from './draft-commands';
import { Selection } from './selection';

/** What may be done with all the chosen activities at once. */
@Component({
  selector: 'op-selection-bar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, LocalPipe, TranslocoPipe],
  templateUrl: './selection-bar.html',
  styles: `
    .sb {
      position: sticky;
      bottom: 0.75rem;
      z-index: 3;
      margin-top: 1rem;
      padding: 0.75rem 1rem;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--r-3);
      box-shadow: var(--e-3);
    }
    .sb p {
      margin: 0 auto 0 0;
    }
    .menu {
      max-width: min(22rem, 92vw);
    }
    @media (max-width: 760px) {
      .sb {
        bottom: 4.75rem;
      }
    }
  `,
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
