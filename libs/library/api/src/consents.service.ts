import { Injectable } from '@nestjs/common';
import type { GiveConsent, MyStoriesView, RecordConsent, ShelfDraftView } from '@opiring/contract/shelf';
import { type Caller, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { canReadShelf } from './library.policy';
import { shelfDraft } from './shelf.store';
import { GIVE_CONSENT, MY_PLACE, MY_STORIES, NAMED_PLACE, WITHDRAW_CONSENT } from './story.queries';

/** A yes is somebody's own, to words they have read; silence is no, and a yes can be taken back at any time. */
@Injectable()
export class ConsentsService {
  constructor(private readonly work: Work) {}

  mine(caller: Caller, cohortId: string): Promise<MyStoriesView> {
    return this.work.read(caller, async (tx) => {
      if (!canReadShelf(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const [row] = await tx.manager.query<[MyStoriesView]>(MY_STORIES, [cohortId]);
      return {
        stories: row.stories.map((story) => ({
          ...story,
          consent: story.consent && {
            ...story.consent,
            givenAt: new Date(story.consent.givenAt).toISOString(),
          },
        })),
      };
    });
  }

  /** A yes to words that have changed since is no yes: the answer is 412. */
  give(caller: Caller, storyId: string, { version, audience }: GiveConsent): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const place = await this.myPlace(tx, storyId);
      if (place.version !== version) throw new Stale({ version: place.version });
      await tx.manager.query(WITHDRAW_CONSENT, [place.id, tx.now]);
      await tx.manager.query(GIVE_CONSENT, [place.id, version, audience, '', tx.viewer.accountId, tx.now]);
    });
  }

  withdraw(caller: Caller, storyId: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const place = await this.myPlace(tx, storyId);
      await tx.manager.query(WITHDRAW_CONSENT, [place.id, tx.now]);
    });
  }

  /** For somebody without an account, whoever keeps the shelf writes down how it was given. */
  record(caller: Caller, personId: string, sent: RecordConsent): Promise<ShelfDraftView> {
    return this.ofNamed(caller, personId, async (tx, version) => {
      if (version !== sent.version) throw new Stale({ version });
      const { audience, basis } = sent;
      await tx.manager.query(WITHDRAW_CONSENT, [personId, tx.now]);
      await tx.manager.query(GIVE_CONSENT, [personId, version, audience, basis, tx.viewer.accountId, tx.now]);
    });
  }

  strike(caller: Caller, personId: string): Promise<ShelfDraftView> {
    return this.ofNamed(caller, personId, (tx) => tx.manager.query(WITHDRAW_CONSENT, [personId, tx.now]));
  }

  private async myPlace(tx: Tx, storyId: string): Promise<{ id: string; version: number }> {
    const [place] = await tx.manager.query<{ id: string; version: number }[]>(MY_PLACE, [storyId]);
    if (!place) throw new NotFound();
    return place;
  }

  private ofNamed(
    caller: Caller,
    personId: string,
    deed: (tx: Tx, version: number) => Promise<unknown>,
  ): Promise<ShelfDraftView> {
    return this.work.write(caller, async (tx) => {
      const [place] = await tx.manager.query<{ version: number; slug: string }[]>(NAMED_PLACE, [personId]);
      if (!place) throw new NotFound();
      await shelfDraft(tx, place.slug);
      await deed(tx, place.version);
      return (await shelfDraft(tx, place.slug)).view;
    });
  }
}
