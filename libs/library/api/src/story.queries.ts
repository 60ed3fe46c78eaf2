import { RESOURCE } from './resource.queries';

const CONSENT = `(SELECT json_build_object('version', c.version, 'audience', c.audience, 'givenAt', c.given_at, 'basis', c.basis)
    FROM story_consents c WHERE c.person_id = x.id AND c.withdrawn_at IS NULL)`;

const SHOWN = `CASE WHEN app.story_shown(s, 'public') THEN 'public' WHEN app.story_shown(s, 'cohort') THEN 'cohort' END`;

const STORY = `'id', s.id, 'version', s.version, 'title', s.title, 'author', s.author, 'text', s.text, 'url', s.url, 'shown', ${SHOWN}`;

/** $1 the slug: the shelf with what nobody has agreed to yet, for those who keep it. */
export const SHELF_DRAFT = `SELECT p.id, p.slug, p.title, p.language, p.revision,
    coalesce((SELECT json_agg(c.id) FROM cohorts c WHERE c.programme_id = p.id), '[]') AS cohorts,
    coalesce((SELECT json_agg(json_build_object('id', s.id, ${RESOURCE('shelf/resources')}) ORDER BY s.position, s.id) FROM resources s WHERE s.programme_id = p.id), '[]') AS resources,
    coalesce((SELECT json_agg(json_build_object(${STORY}, 'people', coalesce((SELECT json_agg(json_build_object('id', x.id,
      'name', x.name, 'here', x.account_id IS NOT NULL, 'consent', ${CONSENT}) ORDER BY x.position, x.id)
      FROM story_people x WHERE x.story_id = s.id), '[]')) ORDER BY s.position, s.id)
      FROM stories s WHERE s.programme_id = p.id), '[]') AS stories,
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'version', s.version, 'text', s.text, 'publishedAt', s.published_at)
      ORDER BY s.version DESC) FROM principles s WHERE s.programme_id = p.id), '[]') AS principles
  FROM programmes p WHERE p.slug = $1`;

/** $1 the cohort: stories of its programme the asking account is in. */
export const MY_STORIES = `SELECT coalesce(json_agg(json_build_object(${STORY}, 'consent', ${CONSENT}) ORDER BY s.position, s.id), '[]') AS stories
  FROM cohorts c JOIN stories s ON s.programme_id = c.programme_id
  JOIN story_people x ON x.story_id = s.id AND x.account_id = app.account() WHERE c.id = $1`;

/** $1 the programme, $2 title, $3 author, $4 text, $5 url, $6 [{name, membershipId}]; seats outside the programme leave a mere name. */
export const ADD_STORY = `WITH made AS (INSERT INTO stories (programme_id, position, title, author, text, url)
    VALUES ($1, (SELECT coalesce(max(position), 0) + 1 FROM stories WHERE programme_id = $1), $2, $3, $4, $5) RETURNING id),
  people AS (INSERT INTO story_people (story_id, position, name, account_id)
    SELECT made.id, o.n, o.s ->> 'name', (SELECT m.account_id FROM memberships m JOIN cohorts c ON c.id = m.cohort_id
      WHERE m.id = (o.s ->> 'membershipId')::uuid AND c.programme_id = $1)
    FROM made, jsonb_array_elements($6::jsonb) WITH ORDINALITY AS o(s, n))
  SELECT id FROM made`;

/** $1 the story: where it belongs, held. */
export const STORY_HOME = `SELECT s.version, p.slug, p.language FROM stories s JOIN programmes p ON p.id = s.programme_id
  WHERE s.id = $1 FOR NO KEY UPDATE OF s`;
/** $1 the story, $2 title, $3 author, $4 text, $5 url. The same words make no version. */
export const CHANGE_STORY = `UPDATE stories SET title = $2, author = $3, text = $4, url = $5, version = version + 1
  WHERE id = $1 AND (title, author, text, url) IS DISTINCT FROM ($2::jsonb, $3::text, $4::jsonb, $5::text)`;
/** $1 the story */
export const REMOVE_STORY = `DELETE FROM stories WHERE id = $1`;

/** $1 the story: the asking account's place in it. */
export const MY_PLACE = `SELECT x.id, s.version FROM story_people x JOIN stories s ON s.id = x.story_id
  WHERE s.id = $1 AND x.account_id = app.account() FOR NO KEY UPDATE OF s`;
/** $1 somebody in a story, without an account. */
export const NAMED_PLACE = `SELECT x.id, s.version, p.slug FROM story_people x JOIN stories s ON s.id = x.story_id
  JOIN programmes p ON p.id = s.programme_id WHERE x.id = $1 AND x.account_id IS NULL FOR NO KEY UPDATE OF s`;
/** $1 the person, $2 now */
export const WITHDRAW_CONSENT = `UPDATE story_consents SET withdrawn_at = $2 WHERE person_id = $1 AND withdrawn_at IS NULL`;
/** $1 the person, $2 version, $3 audience, $4 basis, $5 who wrote it down, $6 now */
export const GIVE_CONSENT = `INSERT INTO story_consents (person_id, version, audience, basis, recorded_by, given_at) VALUES ($1, $2, $3, $4, $5, $6)`;

/** $1 the programme, $2 text, $3 now. Two at once cannot be the same version: the programme is held. */
export const PUBLISH_PRINCIPLES = `INSERT INTO principles (programme_id, version, text, published_at)
  SELECT $1::uuid, coalesce(max(version), 0) + 1, $2, $3 FROM principles WHERE programme_id = $1`;
