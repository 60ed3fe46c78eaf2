import { Injectable, computed, inject, signal } from '@angular/core';
import type { ActivityView } from '@opiring/contract/curriculum';
import type { MaterialView, PutMaterial } from '@opiring/contract/materials';
import { FILE_ENDINGS, LARGEST_FILE, MOST_MATERIALS } from '@opiring/contract/materials.values';
import { Api, Problem, Uploads } from '@opiring/platform/web';

/** A file on its way up, or one that did not get there. */
export interface Rising {
  key: string;
  file: File;
  share: number;
  /** Why it was not taken; absent while it goes up. */
  refused?: string;
  stop: AbortController;
}
type Edit = (materials: MaterialView[]) => PutMaterial[];

const sent = ({ id, title, url }: MaterialView): PutMaterial => ({ id, title, ...(url && { url }) });
/** What the browser knows before anything is sent; what is in the file only the server can tell. */
function refusalOf({ name, size }: File): string | undefined {
  if (size === 0) return 'file-empty';
  if (size > LARGEST_FILE) return 'file-too-large';
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return FILE_ENDINGS.some((known) => known === ending) || !name.includes('.') ? undefined : 'file-kind';
}

/** The materials of the activity that is open. Each deed is kept at once, in the draft. */
@Injectable()
export class MaterialsDraft {
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  private readonly activity = signal<ActivityView | undefined>(undefined);
  private queue: Promise<unknown> = Promise.resolve();
  readonly materials = computed(() => this.activity()?.materials ?? []);
  readonly rising = signal<readonly Rising[]>([]);
  readonly full = computed(() => this.materials().length + this.rising().length >= MOST_MATERIALS);
  /** Told each time the draft has changed. */
  told: (activity: ActivityView) => void = () => undefined;

  open(activity: ActivityView): void {
    if (this.activity()?.id !== activity.id) for (const { stop } of this.rising()) stop.abort();
    this.activity.set(activity);
  }

  addLink(url: string, title: string): Promise<void> {
    return this.edit((all) => [...all.map(sent), { url, ...(title && { title }) }]);
  }
  change(id: string, more: Partial<PutMaterial>): Promise<void> {
    return this.edit((all) => all.map((one) => (one.id === id ? { ...sent(one), ...more } : sent(one))));
  }
  /** Gives the deed that puts it back where it was. */
  async remove(material: MaterialView): Promise<() => Promise<void>> {
    const at = this.materials().findIndex(({ id }) => id === material.id);
    await this.edit((all) => all.filter(({ id }) => id !== material.id).map(sent));
    return () => this.edit((all) => all.map(sent).toSpliced(at, 0, sent(material)));
  }
  move(id: string, to: number): Promise<void> {
    return this.edit((all) => {
      const rest = all.filter((one) => one.id !== id);
      const moved = all.find((one) => one.id === id);
      return (moved ? rest.toSpliced(to, 0, moved) : rest).map(sent);
    });
  }

  /** One after the other, in the order they were chosen in. */
  bring(files: Iterable<File>): void {
    for (const file of files) {
      const refused = this.full() ? 'too-many-materials' : refusalOf(file);
      const one: Rising = { key: crypto.randomUUID(), file, share: 0, stop: new AbortController() };
      this.rising.update((all) => [...all, refused ? { ...one, refused } : one]);
      if (!refused) this.enqueue(one);
    }
  }
  again(one: Rising): void {
    const fresh: Rising = { key: one.key, file: one.file, share: 0, stop: new AbortController() };
    this.rising.update((all) => all.map((each) => (each.key === one.key ? fresh : each)));
    this.enqueue(fresh);
  }
  drop(one: Rising): void {
    one.stop.abort();
    this.rising.update((all) => all.filter(({ key }) => key !== one.key));
  }

  private enqueue(one: Rising): void {
    this.queue = this.queue.then(() => this.raise(one));
  }

  private async raise({ key, file, stop }: Rising): Promise<void> {
    const activity = this.activity();
    if (!activity || stop.signal.aborted) return;
    const path = `/api/activities/${activity.id}/materials/files`;
    try {
      const progress = (share: number): void => this.note(key, { share });
      this.take(await this.uploads.send<ActivityView>(path, file, key, progress, stop.signal));
      this.rising.update((all) => all.filter((each) => each.key !== key));
    } catch (error) {
      this.note(key, { refused: Problem.of(error).code });
    }
  }

  private note(key: string, more: Partial<Rising>): void {
    this.rising.update((all) => all.map((each) => (each.key === key ? { ...each, ...more } : each)));
  }

  /** Where somebody changed the activity meanwhile, the same deed is done to what is there now. */
  private async edit(deed: Edit): Promise<void> {
    const activity = this.activity();
    if (!activity) return;
    try {
      await this.put(activity, deed);
    } catch (error) {
      const { status, current } = Problem.of(error);
      if (status !== 412 || !current) throw Problem.of(error);
      await this.put(current as ActivityView, deed);
    }
  }

  private async put(activity: ActivityView, deed: Edit): Promise<void> {
    const path = `/api/activities/${activity.id}/materials`;
    const body = { materials: deed(activity.materials ?? []) };
    this.take(await this.api.put<ActivityView>(path, body, { revision: activity.revision ?? 0 }));
  }

  private take(activity: ActivityView): void {
    if (activity.id !== this.activity()?.id) return;
    this.activity.set(activity);
    this.told(activity);
  }
}
