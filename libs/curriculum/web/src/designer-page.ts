import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CohortView, MeetingsView } from '@opiring/contract/cohorts';
import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';
import type { PublishEdition } from '@opiring/contract/publishing';
import { EmptyState, ErrorState, Loader, Toasts } from '@opiring/platform/ui';
import { Dates, Language, LocalPipe, Me, localText } from '@opiring/platform/web';
import { firstValueFrom } from 'rxjs';
import { ActivityPanel } from './activity-panel';
import { CalendarBand } from './calendar-band';
import { ChangesDialog, type ChangesDialogData } from './changes-dialog';
import { Designer } from './designer';
import { DraftCommands } from './draft-commands';
import { DraftFaults } from './draft-faults';
import { DraftHistory } from './draft-history';
import { DraftTools } from './draft-tools';
import { InHand } from './in-hand';
import { ModuleOrder } from './module-order';
import { ModulePanel } from './module-panel';
import { type ModuleCommand, ModuleSection } from './module-section';
import { ProgrammeFile } from './programme-file';
import { ReleaseWords } from './release/release-words';
import { RunningTotals } from './running-totals';
import { Selection } from './selection';
import { SelectionBar } from './selection-bar';

type Panel = { of: 'activity'; id?: string } | { of: 'module'; id?: string };

/** Kava: where an organizer builds the journey, and sees what of it the leaders see already. */
@Component({
  selector: 'op-designer-page',
  imports: [
    ActivityPanel,
    CalendarBand,
    DraftFaults,
    DraftTools,
    EmptyState,
    ErrorState,
    Loader,
    LocalPipe,
    ModuleOrder,
    ModulePanel,
    ModuleSection,
    ProgrammeFile,
    RouterLink,
    RunningTotals,
    SelectionBar,
    TranslocoPipe,
  ],
  providers: [Designer, DraftHistory, Selection, InHand, DraftCommands],
  templateUrl: './designer-page.html',
  styleUrl: './designer-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DesignerPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly designer = inject(Designer);
  protected readonly commands = inject(DraftCommands);
  private readonly meetingsFound = httpResource<MeetingsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/meetings` : undefined;
  });
  protected readonly meetings = computed(() =>
    this.meetingsFound.hasValue() ? this.meetingsFound.value().meetings : [],
  );
  private readonly cohort = httpResource<CohortView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}` : undefined;
  });
  /** The programme's name leads; the cohort's says which time it runs. */
  protected readonly programme = computed(() =>
    this.cohort.hasValue() ? this.cohort.value().programmeTitle : undefined,
  );
  protected readonly cohortName = computed(() => this.me.membership()?.cohortName ?? '');
  protected readonly panel = signal<Panel | undefined>(undefined);
  private opener: Element | null = null;
  protected readonly publishing = signal(false);
  private readonly releases = inject(ReleaseWords);
  protected readonly openActivity = computed(() => {
    const panel = this.panel();
    if (panel?.of !== 'activity' || !panel.id) return undefined;
    return this.designer
      .modules()
      .flatMap((m) => m.activities)
      .find((a) => a.id === panel.id);
  });
  protected readonly openModule = computed(() => {
    const panel = this.panel();
    return panel?.of === 'module' ? this.designer.modules().find((m) => m.id === panel.id) : undefined;
  });

  constructor() {
    effect(() =>
      this.releases.know({ modules: this.designer.view()?.modules ?? [], meetings: this.meetings() }),
    );
  }

  /** The panel takes the focus, which on a phone also brings it into view; closing gives it back. */
  protected openPanel(panel: Panel): void {
    this.opener = document.activeElement;
    this.panel.set(panel);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('#panel-h')?.focus(), {
      injector: this.injector,
    });
  }

  protected closePanel(): void {
    this.panel.set(undefined);
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
  }

  protected choose(module: ModuleView): void {
    this.designer.choose(module);
    this.panel.set(undefined);
  }

  protected showDifferences(): void {
    this.compare(false);
  }

  protected async publish(): Promise<void> {
    const wish = await firstValueFrom(this.compare(true).closed);
    if (!wish) return;
    this.publishing.set(true);
    await this.commands.attempt(() => this.designer.publish(wish), 'publish.done');
    this.publishing.set(false);
  }

  private compare(publishing: boolean): DialogRef<PublishEdition, ChangesDialog> {
    return this.dialog.open<PublishEdition, ChangesDialogData, ChangesDialog>(ChangesDialog, {
      data: { designer: this.designer, publishing },
      ariaLabelledBy: 'changes-h',
      role: publishing ? 'alertdialog' : 'dialog',
      backdropClass: 'veil',
    });
  }

  protected async retire(activity: ActivityView): Promise<void> {
    if (!(await this.commands.sure('activity', this.titleOf(activity)))) return;
    if (this.openActivity()?.id === activity.id) this.panel.set(undefined);
    await this.commands.retire([activity]);
  }

  protected async addLines(): Promise<void> {
    const module = this.designer.chosen();
    if (!module) return;
    const data = { designer: this.designer, module };
    const config = { data, ariaLabelledBy: 'lines-h', backdropClass: 'veil' };
    const { LinesDialog } = await import('./lines-dialog');
    const added = await firstValueFrom(this.dialog.open<number>(LinesDialog, config).closed);
    if (added) this.toasts.say(this.say('lines.added', { n: added }));
  }

  protected async onModule(command: ModuleCommand, module: ModuleView): Promise<void> {
    const at = this.designer.modules().findIndex((m) => m.id === module.id);
    if (command === 'edit') this.openPanel({ of: 'module', id: module.id });
    else if (command === 'retire') await this.commands.retireModule(module);
    else await this.commands.moveModule(module, command === 'earlier' ? at - 1 : at + 1);
  }

  private titleOf(thing: ModuleView | ActivityView): string {
    return localText(thing.title, this.language.current()).text;
  }
  private say(key: string, params?: Record<string, string | number>): string {
    return this.words.translate(`curriculum.${key}`, params);
  }
}
