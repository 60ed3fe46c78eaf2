import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ActivityView, ModuleView, QuestionView } from '@opiring/contract/curriculum';
import type { ReleaseFault } from '@opiring/contract/release';
import { Icon } from '@opiring/platform/ui';
import { Dates, Local, LocalPipe } from '@opiring/platform/web';
import { ActivityList } from './activity-list';
import { timeWords, totalMinutes } from './activity-words';
import { FaultWords } from './release/fault-words';
import { ReleaseWords } from './release/release-words';

/** What one may do to a module from its menu. */
export type ModuleCommand = 'edit' | 'earlier' | 'later' | 'retire';

/** The chosen module: its place in time, its purpose, how long it takes, and its activities. */
@Component({
  selector: 'op-module-section',
  imports: [ActivityList, CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, Local, LocalPipe, TranslocoPipe],
  templateUrl: './module-section.html',
  styles: `
    .ds__sum {
      margin: -0.75rem 0 1rem;
    }
    .ds__a {
      --sp: 0.25rem;
    }
    .dots path {
      stroke-width: 3;
    }
    .is-clay {
      color: var(--clay);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModuleSection {
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly releases = inject(ReleaseWords);
  protected readonly faultWords = inject(FaultWords);
  readonly module = input.required<ModuleView>();
  readonly modules = input.required<readonly ModuleView[]>();
  readonly questions = input<readonly QuestionView[]>([]);
  readonly meetings = input<readonly MeetingView[]>([]);
  readonly faults = input<readonly ReleaseFault[]>([]);
  readonly openId = input<string>();
  readonly editable = input(true);
  readonly add = output();
  readonly run = output<ModuleCommand>();
  readonly open = output<ActivityView>();
  readonly reorder = output<{ activity: ActivityView; position: number }>();
  readonly transfer = output<{ activity: ActivityView; module: ModuleView }>();
  readonly retire = output<ActivityView>();

  protected readonly at = computed(() => this.modules().findIndex((m) => m.id === this.module().id));
  protected readonly number = computed(
    () =>
      this.modules()
        .filter((m) => !m.alongside)
        .findIndex((m) => m.id === this.module().id) + 1,
  );
  private readonly total = computed(() =>
    totalMinutes(this.module().activities.filter((a) => a.draft !== 'retired')),
  );

  protected readonly fault = computed(() => this.faults().find(({ id }) => id === this.module().id));

  /** „Avaneb, kui …“, where its first day does not say it. */
  protected opening(): string {
    const { release } = this.module();
    return release ? this.releases.sentence(release) : '';
  }

  /** „Kokku umbes 2 t 10 min, sellest kohustuslikku 1 t 30 min“: called from the template, so that the words follow the language. */
  protected sum(): string {
    const { all, required } = this.total();
    if (all === 0) return '';
    const say = (minutes: number): string => {
      const { key, params } = timeWords(minutes);
      return this.words.translate(key, params);
    };
    return this.words.translate('curriculum.module.sum', { all: say(all), required: say(required) });
  }
}
