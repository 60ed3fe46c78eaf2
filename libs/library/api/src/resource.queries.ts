/** Which of the two ways a file is given: to everybody from a published page, or to who belongs to the programme. */
export type FileWay = 'resources' | 'shelf/resources';

const FILE = (
  way: FileWay,
): string => `(SELECT json_build_object('name', s.file_name, 'type', f.type, 'size', f.size,
    'src', '/api/programmes/' || p.slug || '/${way}/' || s.id || '/file') FROM stored_files f WHERE f.hash = s.file_hash)`;

/** A resource `s` of programme `p`, its own columns. */
export const RESOURCE = (way: FileWay): string =>
  `'kind', s.kind, 'title', s.title, 'author', s.author, 'about', s.about, 'url', s.url, 'file', ${FILE(way)}`;

/** $1 the programme, $2 all of them in order. Who is named by an id of the programme stays, and keeps the file; the others are new. */
export const PUT_RESOURCES = `WITH sent AS (
    SELECT o.n, h.id, o.s ->> 'kind' AS kind, o.s -> 'title' AS title, o.s ->> 'author' AS author, o.s -> 'about' AS about,
        o.s ->> 'url' AS url
      FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS o(s, n)
      LEFT JOIN resources h ON h.id = (o.s ->> 'id')::uuid AND h.programme_id = $1),
  gone AS (DELETE FROM resources WHERE programme_id = $1 AND id NOT IN (SELECT id FROM sent WHERE id IS NOT NULL)),
  risen AS (UPDATE programmes SET revision = revision + 1 WHERE id = $1),
  kept AS (UPDATE resources t SET position = sent.n, kind = sent.kind, title = sent.title, author = sent.author, about = sent.about,
      url = sent.url FROM sent WHERE t.id = sent.id)
  INSERT INTO resources (programme_id, position, kind, title, author, about, url)
  SELECT $1::uuid, n, kind, title, author, about, url FROM sent WHERE id IS NULL`;

/** $1 the resource, $2 the programme, $3 hash, $4 name; both null where it goes. */
export const SET_FILE = `WITH risen AS (UPDATE programmes SET revision = revision + 1 WHERE id = $2)
  UPDATE resources SET file_hash = $3, file_name = $4 WHERE id = $1 AND programme_id = $2`;

const file = (only: string): string => `SELECT f.hash, f.size::int AS size, f.type, s.file_name AS name,
    coalesce((SELECT json_agg(c.id) FROM cohorts c WHERE c.programme_id = p.id), '[]') AS cohorts
  FROM programmes p JOIN resources s ON s.programme_id = p.id JOIN stored_files f ON f.hash = s.file_hash
  WHERE p.slug = $1 AND s.id = $2 ${only}`;
/** $1 the slug, $2 the resource: of a page that anybody may read. */
export const PUBLIC_FILE = file('AND p.published_at IS NOT NULL');
/** $1 the slug, $2 the resource: published or not. */
export const FILE_WITHIN = file('');
