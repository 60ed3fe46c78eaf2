import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CohortView, MeetingsView } from '@opiring/contract/cohorts';
import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';
import { Ask, EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Dates, Language, LocalPipe, Me, Problem, localText } from '@opiring/platform/web';
import { firstValueFrom } from 'rxjs';
import { ActivityPanel } from './activity-panel';
import { CalendarBand } from './calendar-band';
import { ChangesDialog, type ChangesDialogData } from './changes-dialog';
import { Designer } from './designer';
import { ModulePanel } from './module-panel';
import { type ModuleCommand, ModuleSection } from './module-section';
import { ProgrammeFile } from './programme-file';
import { RunningTotals } from './running-totals';

type Panel = { of: 'activity'; id?: string } | { of: 'module'; id?: string };

/** Kava: where an organizer builds the journey, and sees what of it the leaders see already. */
@Component({
  selector: 'op-designer-page',
  imports: [
    ActivityPanel,
    CalendarBand,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    LocalPipe,
    ModulePanel,
    ModuleSection,
    ProgrammeFile,
    RouterLink,
    RunningTotals,
    TranslocoPipe,
  ],
  providers: [Designer],
  templateUrl: './designer-page.html',
  styleUrl: './designer-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DesignerPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly ask = inject(Ask);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly designer = inject(Designer);
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
    const sure = await (this.designer.view()?.edition
      ? firstValueFrom(this.compare(true).closed)
      : this.ask.for({
          heading: this.say('publish.title'),
          text: this.say('publish.bodyFirst'),
          yes: this.say('publish.yes'),
          no: this.say('publish.no'),
        }));
    if (!sure) return;
    this.publishing.set(true);
    await this.attempt(() => this.designer.publish(), 'publish.done');
    this.publishing.set(false);
  }

  private compare(publishing: boolean): DialogRef<boolean, ChangesDialog> {
    return this.dialog.open<boolean, ChangesDialogData, ChangesDialog>(ChangesDialog, {
      data: { designer: this.designer, publishing },
      ariaLabelledBy: 'changes-h',
      role: publishing ? 'alertdialog' : 'dialog',
      backdropClass: 'veil',
    });
  }

  protected reorder({ activity, position }: { activity: ActivityView; position: number }): Promise<boolean> {
    return this.attempt(() => this.designer.moveActivity(activity, position));
  }

  protected transfer({ activity, module }: { activity: ActivityView; module: ModuleView }): Promise<boolean> {
    return this.attempt(
      () => this.designer.changeActivity(activity, { moduleId: module.id }),
      'activity.movedModule',
      {
        title: this.titleOf(activity),
        module: this.titleOf(module),
      },
    );
  }

  protected async retire(activity: ActivityView): Promise<void> {
    const title = this.titleOf(activity);
    if (!(await this.sure('activity', title))) return;
    if (this.openActivity()?.id === activity.id) this.panel.set(undefined);
    await this.attempt(() => this.designer.retireActivity(activity), 'activity.gone', { title });
  }

  protected async onModule(command: ModuleCommand, module: ModuleView): Promise<void> {
    const title = this.titleOf(module);
    const at = this.designer.modules().findIndex((m) => m.id === module.id);
    if (command === 'edit') this.openPanel({ of: 'module', id: module.id });
    else if (command === 'retire') {
      if (await this.sure('module', title))
        await this.attempt(() => this.designer.retireModule(module), 'activity.gone', { title });
    } else {
      const position = command === 'earlier' ? at - 1 : at + 1;
      await this.attempt(() => this.designer.changeModule(module, { position }), 'module.movedTo', {
        title,
        n: position + 1,
      });
    }
  }

  private sure(what: 'activity' | 'module', title: string): Promise<boolean> {
    return this.ask.for({
      heading: this.say(`${what}.retireTitle`),
      text: this.say(`${what}.retireBody`, { title }),
      yes: this.say(`${what}.retireYes`),
      no: this.say('activity.cancel'),
      irreversible: true,
    });
  }

  /** Does the deed and says how it went. A stale draft is read again, so that the next attempt stands on what is true. */
  private async attempt(
    deed: () => Promise<unknown>,
    said?: string,
    params?: Record<string, string | number>,
  ): Promise<boolean> {
    try {
      await deed();
      if (said) this.toasts.say(this.say(said, params));
      return true;
    } catch (error) {
      const { status, code } = Problem.of(error);
      const words =
        status === 412
          ? 'conflict.reloaded'
          : code === 'nothing-to-publish'
            ? 'publish.nothing'
            : 'failed.notSaved';
      this.toasts.say(this.say(words));
      this.designer.reload();
      return false;
    }
  }

  private titleOf(thing: ModuleView | ActivityView): string {
    return localText(thing.title, this.language.current()).text;
  }
  private say(key: string, params?: Record<string, string | number>): string {
    return this.words.translate(`curriculum.${key}`, params);
  }
}
