import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  ActivityView,
  ChangeActivity,
  ChangeModule,
  ChangesView,
  ChangeView,
  CreateActivity,
  CreateModule,
  CurriculumView,
  EditionView,
  ModuleView,
} from '@opiring/contract/curriculum';
import { Api, Dates, Me, Problem } from '@opiring/platform/web';
import { moved } from './reorder';

/** The draft of one cohort's curriculum while somebody works on it. Lives as long as the page. */
@Injectable()
export class Designer {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly dates = inject(Dates);
  private readonly chosenId = signal<string | null>(null);

  readonly resource = httpResource<CurriculumView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/curriculum` : undefined;
  });
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  /** Modules that are still in the draft; the retired ones are kept only to say what differs. */
  readonly modules = computed(() => (this.view()?.modules ?? []).filter((m) => m.draft !== 'retired'));
  /** What publishing would change; asked only of those who may see drafts. */
  readonly changesFound = httpResource<ChangesView>(() => {
    const view = this.view();
    return view?.changes !== undefined ? `/api/cohorts/${view.cohortId}/changes` : undefined;
  });
  readonly changes = computed(() => (this.changesFound.hasValue() ? this.changesFound.value().changes : []));
  readonly chosen = computed(() => {
    const modules = this.modules();
    return modules.find((m) => m.id === this.chosenId()) ?? this.running(modules) ?? modules[0];
  });

  choose(module: ModuleView): void {
    this.chosenId.set(module.id);
  }

  reload(): void {
    this.resource.reload();
    this.changesFound.reload();
  }

  /** How the thing differs from what is published, if it does and was published. */
  changeOf(id: string | undefined): ChangeView | undefined {
    return this.changes().find((change) => change.id === id && change.before && change.after);
  }

  async addModule(body: CreateModule): Promise<void> {
    const created = await this.api.post<ModuleView>(`/api/cohorts/${this.me.cohortId()}/modules`, body, {
      once: crypto.randomUUID(),
    });
    this.chosenId.set(created.id);
    this.reload();
  }

  async changeModule(module: ModuleView, change: ChangeModule): Promise<ModuleView> {
    const path = `/api/modules/${module.id}`;
    const changed = await this.api.patch<ModuleView>(path, change, { revision: module.revision });
    this.reload();
    return changed;
  }

  async retireModule(module: ModuleView): Promise<void> {
    await this.api.delete(`/api/modules/${module.id}`, { revision: module.revision });
    this.reload();
  }

  async addActivity(moduleId: string, body: CreateActivity): Promise<ActivityView> {
    const path = `/api/modules/${moduleId}/activities`;
    const created = await this.api.post<ActivityView>(path, body, { once: crypto.randomUUID() });
    this.reload();
    return created;
  }

  async changeActivity(activity: ActivityView, change: ChangeActivity): Promise<ActivityView> {
    const path = `/api/activities/${activity.id}`;
    const changed = await this.api.patch<ActivityView>(path, change, { revision: activity.revision });
    this.reload();
    return changed;
  }

  async retireActivity(activity: ActivityView): Promise<void> {
    await this.api.delete(`/api/activities/${activity.id}`, { revision: activity.revision });
    this.reload();
  }

  /** Shows the new order at once and keeps it; on failure the order of the server comes back. */
  async moveActivity(activity: ActivityView, position: number): Promise<void> {
    this.showMoved(activity, position);
    try {
      await this.changeActivity(activity, { position });
    } catch (error) {
      this.reload();
      throw Problem.of(error);
    }
  }

  async publish(): Promise<EditionView> {
    const path = `/api/cohorts/${this.me.cohortId()}/editions`;
    const edition = await this.api.post<EditionView>(path, {}, { once: crypto.randomUUID() });
    this.reload();
    return edition;
  }

  private showMoved(activity: ActivityView, position: number): void {
    this.resource.value.update(
      (view) =>
        view && {
          ...view,
          modules: view.modules.map((module) =>
            module.id === activity.moduleId
              ? { ...module, activities: moved(module.activities, indexOf(module, activity), position) }
              : module,
          ),
        },
    );
  }

  /** The module today lies in, so that the page opens where the work is. */
  private running(modules: readonly ModuleView[]): ModuleView | undefined {
    const today = this.dates.today();
    return modules.find(
      (m) => !m.alongside && m.startsOn && m.endsOn && m.startsOn <= today && today <= m.endsOn,
    );
  }
}

function indexOf(module: ModuleView, activity: ActivityView): number {
  return module.activities.findIndex((a) => a.id === activity.id);
}
