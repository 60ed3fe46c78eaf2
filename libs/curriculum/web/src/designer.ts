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
import type { ActivityLine, ActivityListView } from '@opiring/contract/draft-steps';
import type { PublishEdition } from '@opiring/contract/publishing';
import { Api, Dates, Me } from '@opiring/platform/web';
import {
  type DeedName,
  difference,
  modulePlaceOf,
  type ModuleState,
  placeOf,
  standing,
  type States,
} from './deeds';
import { DraftHistory } from './draft-history';

/** The draft of one cohort's curriculum while somebody works on it. Lives as long as the page. */
@Injectable()
export class Designer {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly dates = inject(Dates);
  private readonly history = inject(DraftHistory);
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
  /** What would never open, and why: read anew with every step, back and forth too. */
  readonly faults = computed(() =>
    this.changesFound.hasValue() ? (this.changesFound.value().faults ?? []) : [],
  );
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
    const place = { position: this.modules().length, after: this.modules().at(-1)?.id ?? null };
    this.recordModule('moduleAdded', created, { retired: true }, { retired: false, ...place });
    this.chosenId.set(created.id);
    this.reload();
  }

  async changeModule(module: ModuleView, change: ChangeModule): Promise<ModuleView> {
    const place = modulePlaceOf(this.modules(), module.id);
    const path = `/api/modules/${module.id}`;
    const changed = await this.api.patch<ModuleView>(path, change, { revision: this.revisionOf(module) });
    const [was, is] = difference(module, changed, change) ?? [{}, {}];
    const moved = change.position !== undefined && change.position !== place.position;
    this.recordModule(
      moved ? 'moduleMoved' : 'moduleChanged',
      changed,
      { ...was, ...(moved && place) },
      { ...is, ...(moved && { position: change.position }) },
    );
    this.reload();
    return changed;
  }

  async addActivity(moduleId: string, body: CreateActivity): Promise<ActivityView> {
    const path = `/api/modules/${moduleId}/activities`;
    const created = await this.api.post<ActivityView>(path, body, { once: crypto.randomUUID() });
    this.recordAdded([created]);
    this.reload();
    return created;
  }

  async addLines(moduleId: string, lines: ActivityLine[], once: string): Promise<void> {
    const path = `/api/modules/${moduleId}/activity-lists`;
    const body = { activities: lines };
    const { activities } = await this.api.post<ActivityListView>(path, body, { once });
    this.recordAdded(activities);
    this.reload();
  }

  async changeActivity(activity: ActivityView, change: ChangeActivity): Promise<ActivityView> {
    const place = placeOf(this.modules(), activity);
    const path = `/api/activities/${activity.id}`;
    const changed = await this.api.patch<ActivityView>(path, change, { revision: activity.revision });
    const moved = change.position !== undefined || change.moduleId !== undefined;
    const [was, is] = difference(activity, changed, change) ?? [{}, {}];
    const to = {
      moduleId: changed.moduleId,
      ...(change.position !== undefined && { position: change.position }),
    };
    this.recordActivities(
      'changed',
      [changed],
      { [activity.id]: { ...was, ...(moved && place) } },
      { [activity.id]: { ...is, ...(moved && to) } },
    );
    this.reload();
    return changed;
  }

  async publish(body: PublishEdition): Promise<EditionView> {
    const path = `/api/cohorts/${this.me.cohortId()}/editions`;
    const edition = await this.api.post<EditionView>(path, body, { once: crypto.randomUUID() });
    this.reload();
    return edition;
  }

  /** The revision one may build on: ours may be newer than what the page has read. */
  revisionOf(thing: { id: string; revision?: number }): number {
    return this.history.revisionOf(thing);
  }

  /** Shows what will be before the server has said so; reading again brings the truth. */
  show(modules: (view: CurriculumView) => ModuleView[]): void {
    this.resource.value.update((view) => view && { ...view, modules: modules(view) });
  }

  private recordAdded(created: readonly ActivityView[]): void {
    const before = Object.fromEntries(created.map(({ id }) => [id, { retired: true }]));
    let after = standingIn(this.modules(), created[0]?.moduleId).at(-1)?.id ?? null;
    let position = standingIn(this.modules(), created[0]?.moduleId).length;
    const states = created.map(({ id, moduleId }) => {
      const state = { retired: false, moduleId, position: position++, after };
      after = id;
      return [id, state] as const;
    });
    this.recordActivities(
      created.length === 1 ? 'added' : 'addedMany',
      created,
      before,
      Object.fromEntries(states),
    );
  }

  private recordActivities(
    name: DeedName,
    things: readonly ActivityView[],
    before: States['activities'],
    after: States['activities'],
  ): void {
    this.history.note(things);
    if (Object.values(after).every((state) => Object.keys(state).length === 0)) return;
    this.history.record({
      name,
      title: things[0]?.title ?? {},
      n: things.length,
      before: { activities: before, modules: {} },
      after: { activities: after, modules: {} },
    });
  }

  private recordModule(name: DeedName, module: ModuleView, before: ModuleState, after: ModuleState): void {
    const states = (state: ModuleState): States => ({ activities: {}, modules: { [module.id]: state } });
    this.history.note([module]);
    if (Object.keys(after).length === 0) return;
    this.history.record({ name, title: module.title, n: 1, before: states(before), after: states(after) });
  }

  /** The module today lies in, so that the page opens where the work is. */
  private running(modules: readonly ModuleView[]): ModuleView | undefined {
    const today = this.dates.today();
    return modules.find(
      (m) => !m.alongside && m.startsOn && m.endsOn && m.startsOn <= today && today <= m.endsOn,
    );
  }
}

const standingIn = (modules: readonly ModuleView[], id?: string): ActivityView[] => {
  const module = modules.find((each) => each.id === id);
  return module ? standing(module) : [];
};
