import { Injectable } from '@nestjs/common';
import type {
  ChangeStory,
  PublishPrinciples,
  PutResources,
  ShelfDraftView,
  WriteStory,
} from '@opiring/contract/shelf';
import { inLanguage } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { type Caller, type Idempotency, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { PUT_RESOURCES } from './resource.queries';
import { shelfDraft } from './shelf.store';
import { ADD_STORY, CHANGE_STORY, PUBLISH_PRINCIPLES, REMOVE_STORY, STORY_HOME } from './story.queries';

/** The shelf in the hands of those who keep it: what to read, the stories, the principles. */
@Injectable()
export class ShelfService {
  constructor(private readonly work: Work) {}

  read(caller: Caller, slug: string): Promise<ShelfDraftView> {
    return this.work.read(caller, async (tx) => (await shelfDraft(tx, slug)).view);
  }

  putResources(caller: Caller, slug: string, revision: number, sent: PutResources): Promise<ShelfDraftView> {
    return this.work.write(caller, async (tx) => {
      const { id, view } = await shelfDraft(tx, slug, true);
      if (view.revision !== revision) throw new Stale(view);
      const taken = new Set<string>();
      const resources = sent.resources.map(
        ({ id: told, kind, title, author = '', about = {}, url = null }) => ({
          id: named(taken, told),
          kind,
          title: inLanguage(title, view.language),
          author,
          about: inLanguage(about, view.language),
          url,
        }),
      );
      await tx.manager.query(PUT_RESOURCES, [id, JSON.stringify(resources)]);
      return (await shelfDraft(tx, slug)).view;
    });
  }

  addStory(
    caller: Caller,
    slug: string,
    { title, author, text = {}, url = null, people }: WriteStory,
    once: Idempotency | undefined,
  ): Promise<ShelfDraftView> {
    const add = async (tx: Tx): Promise<string> => {
      const { id, view } = await shelfDraft(tx, slug, true);
      const said = [title, text].map((each) => JSON.stringify(inLanguage(each, view.language)));
      const [made] = await tx.manager.query<{ id: string }[]>(ADD_STORY, [
        id,
        said[0],
        author,
        said[1],
        url,
        JSON.stringify(people),
      ]);
      return made?.id ?? '';
    };
    return this.work.once(caller, once, add, async (tx) => (await shelfDraft(tx, slug)).view);
  }

  /** Where somebody else wrote meanwhile, nothing is written over. */
  changeStory(caller: Caller, id: string, sent: ChangeStory): Promise<ShelfDraftView> {
    return this.ofStory(caller, id, async (tx, { version, language }, view) => {
      if (version !== sent.version) throw new Stale(view);
      const said = [sent.title, sent.text].map((each) => JSON.stringify(inLanguage(each, language)));
      await tx.manager.query(CHANGE_STORY, [id, said[0], sent.author, said[1], sent.url ?? null]);
    });
  }

  removeStory(caller: Caller, id: string): Promise<ShelfDraftView> {
    return this.ofStory(caller, id, (tx) => tx.manager.query(REMOVE_STORY, [id]));
  }

  publishPrinciples(
    caller: Caller,
    slug: string,
    { text }: PublishPrinciples,
    once: Idempotency | undefined,
  ): Promise<ShelfDraftView> {
    const publish = async (tx: Tx): Promise<string> => {
      const { id, view } = await shelfDraft(tx, slug, true);
      await tx.manager.query(PUBLISH_PRINCIPLES, [
        id,
        JSON.stringify(inLanguage(text, view.language)),
        tx.now,
      ]);
      return id;
    };
    return this.work.once(caller, once, publish, async (tx) => (await shelfDraft(tx, slug)).view);
  }

  private ofStory(
    caller: Caller,
    id: string,
    deed: (tx: Tx, home: { version: number; language: Locale }, view: ShelfDraftView) => Promise<unknown>,
  ): Promise<ShelfDraftView> {
    return this.work.write(caller, async (tx) => {
      const [home] = await tx.manager.query<{ version: number; slug: string; language: Locale }[]>(
        STORY_HOME,
        [id],
      );
      if (!home) throw new NotFound();
      await deed(tx, home, (await shelfDraft(tx, home.slug)).view);
      return (await shelfDraft(tx, home.slug)).view;
    });
  }
}

/** Named twice, the second is another one. */
function named(taken: Set<string>, told: string | null | undefined): string | null {
  const id = told?.toLowerCase();
  if (!id || taken.has(id)) return null;
  taken.add(id);
  return id;
}
