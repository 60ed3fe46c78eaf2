import type { EditionContent } from '@opiring/curriculum/api';
import type { LocalText } from '@opiring/contract/text';
import type { FoldActivity, FoldModule } from './facts';
import { Kept } from './kept';

/** A published module with its title, for a table's head. */
export interface TitledModule extends FoldModule {
  readonly title: LocalText;
  readonly alongside: boolean;
  readonly activities: readonly (FoldActivity & { readonly title: LocalText })[];
}

/** What the fold and a table's head need of a published module; instructions and links are left behind. */
export const titled = (modules: EditionContent['modules']): TitledModule[] =>
  modules.map(({ id, title, startsOn, release, alongside, activities }) => ({
    id,
    title,
    startsOn,
    release,
    alongside,
    activities: activities.map((activity) => ({
      id: activity.id,
      title: activity.title,
      kind: activity.kind,
      required: activity.required,
      opensOn: activity.opensOn,
      release: activity.release,
      meetingId: activity.meetingId,
    })),
  }));

/** Editions never change, so what one says is read once. */
export class PublishedEditions {
  private readonly kept = new Kept<TitledModule[]>();

  ids(): string[] {
    return this.kept.ids();
  }

  /** What the edition says; `content` is there when it was not known yet. */
  take(id: string, content: EditionContent | null): TitledModule[] {
    const known = this.kept.get(id);
    if (known) return known;
    const modules = titled(content?.modules ?? []);
    if (content) this.kept.keep(id, modules);
    return modules;
  }
}
