import type { JourneyActivityView } from '@opiring/contract/progress';

/** Where an activity is done: a page of ours, a link elsewhere, or nowhere but in life. */
export interface Way {
  route?: string[];
  query?: Record<string, string>;
  fragment?: string;
  link?: string;
}

/** What a person marks done by their own word. */
export const byOwnWord = ({ kind }: JourneyActivityView): boolean =>
  kind === 'read' || kind === 'watch' || kind === 'talk';

/** The way to do an activity, or to what was done. Closed ones have none yet. */
export function wayOf(activity: JourneyActivityView): Way {
  const { kind, state, entryId, link, id } = activity;
  if (state === 'closed' || state === 'excused') return {};
  if (kind === 'reflect' || kind === 'answer') {
    if (state === 'done') return entryId ? { route: ['/motisklused', entryId] } : {};
    return entryId ? { route: ['/kirjuta', entryId] } : { route: ['/kirjuta'], query: { activity: id } };
  }
  if (kind === 'attend') return { route: ['/kohtumised'] };
  if (kind === 'practicum') return { route: ['/opipartner'] };
  if (kind === 'circle') return { route: ['/minu-ringid'] };
  if (link) return { link };
  return kind === 'talk' ? { route: ['/opipartner'] } : {};
}
