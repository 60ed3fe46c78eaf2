import { type LogoWay, PARTNER } from './partner.queries';
import { RESOURCE } from './resource.queries';
import type { PartnerView, PrinciplesView, ResourceView, StoryView } from '@opiring/contract/library';

/** What stands on a programme's shelf. */
export interface ShelfRow {
  resources: ResourceView[];
  stories: StoryView[];
  partners: PartnerView[];
  principles: PrinciplesView | null;
  earlierPrinciples?: PrinciplesView[];
}

const rows = (select: string, from: string, only = ''): string =>
  `coalesce((SELECT json_agg(json_build_object('id', s.id, ${select}) ORDER BY s.position, s.id) FROM ${from} s WHERE s.programme_id = p.id ${only}), '[]')`;

/** Who stands behind programme `p`. */
export const partnersBy = (way: LogoWay): string => rows(PARTNER(way), 'partners');

/** Columns of a shelf, of programme `p`. Bounded by what organizers put there, never by people. A story stands there only by consent (rule 20). */
const shelfBefore = (audience: 'cohort' | 'public'): string => `
  ${rows(RESOURCE(audience === 'public' ? 'resources' : 'shelf/resources'), 'resources')} AS resources,
  ${rows(`'title', s.title, 'author', s.author, 'text', s.text, 'url', s.url`, 'stories', `AND app.story_shown(s, '${audience}')`)} AS stories,
  ${partnersBy(audience === 'public' ? 'logos' : 'page/logos')} AS partners`;

export const PUBLIC_SHELF = shelfBefore('public');

/** The principles in force, of programme `p`. */
export const PRINCIPLES = `(SELECT json_build_object('id', s.id, 'version', s.version, 'text', s.text, 'publishedAt', s.published_at)
  FROM principles s WHERE s.programme_id = p.id ORDER BY s.version DESC LIMIT 1) AS principles`;

const OWN = `json_build_object('id', s.id, 'version', s.version, 'text', s.text, 'publishedAt', s.published_at,
    'acceptedAt', (SELECT y.accepted_at FROM principle_acceptances y WHERE y.principles_id = s.id AND y.account_id = app.account()))`;
/** The same, with when the asking account accepted them. */
const OWN_PRINCIPLES = `(SELECT ${OWN} FROM principles s WHERE s.programme_id = p.id ORDER BY s.version DESC LIMIT 1) AS principles`;
/** Those that were in force before, newest first: what somebody accepted stays to be read. */
const EARLIER = `coalesce((SELECT json_agg(${OWN} ORDER BY s.version DESC) FROM (SELECT * FROM principles
    WHERE programme_id = p.id ORDER BY version DESC OFFSET 1) s), '[]') AS "earlierPrinciples"`;

/** $1 the cohort */
export const COHORT_SHELF = `SELECT ${shelfBefore('cohort')}, ${OWN_PRINCIPLES}, ${EARLIER}
  FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`;

/** $1 principles: which cohorts they bind. */
export const BOUND_COHORTS = `SELECT c.id FROM principles s JOIN cohorts c ON c.programme_id = s.programme_id WHERE s.id = $1`;

/** $1 principles, $2 account, $3 now. Accepted again, the first time stays. */
export const ACCEPT = `INSERT INTO principle_acceptances (principles_id, account_id, accepted_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

/** $1 principles, $2 account */
export const ACCEPTED = `SELECT s.id, s.version, s.text, s.published_at AS "publishedAt", y.accepted_at AS "acceptedAt"
  FROM principles s JOIN principle_acceptances y ON y.principles_id = s.id AND y.account_id = $2 WHERE s.id = $1`;
