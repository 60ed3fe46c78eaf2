import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ModuleView } from '@opiring/contract/curriculum';
import { LocalPipe } from '@opiring/platform/web';

/** A command of the menu, or the module to move the activity into. */
export type ActivityCommand = 'edit' | 'up' | 'down' | 'retire' | ModuleView;

/** Everything one may do to an activity, for those who do not drag. */
@Component({
  selector: 'op-activity-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, RouterLink, TranslocoPipe, LocalPipe],
  templateUrl: './activity-menu.html',
  styles:
    '.dots path { stroke-width: 3; } .menu { max-width: min(22rem, 92vw); } .is-clay { color: var(--clay); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityMenu {
  readonly title = input.required<string>();
  readonly first = input(false);
  readonly last = input(false);
  readonly here = input.required<ModuleView>();
  readonly modules = input<readonly ModuleView[]>([]);
  readonly activityId = input('');
  readonly run = output<ActivityCommand>();

  protected readonly others = computed(() => this.modules().filter((m) => m.id !== this.here().id));
}
