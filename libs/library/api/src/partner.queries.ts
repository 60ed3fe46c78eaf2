/** Which of the two ways a logo is shown: to everybody from a published page, or to who belongs to the programme. */
export type LogoWay = 'logos' | 'page/logos';

const LOGO = (way: LogoWay): string => `CASE WHEN s.logo_hash IS NOT NULL THEN json_build_object(
    'src', '/api/programmes/' || p.slug || '/${way}/' || s.logo_hash, 'alt', s.logo_alt, 'width', s.logo_width,
    'height', s.logo_height, 'printable', s.logo_printable) END`;

/** A partner `s` of programme `p`, its own columns. */
export const PARTNER = (way: LogoWay): string =>
  `'name', s.name, 'part', s.part, 'url', s.url, 'logo', ${LOGO(way)}`;

/** $1 the programme, $2 all partners in order. Who is named by an id of the programme stays, and keeps the logo; the others are new. */
export const CHANGE_PARTNERS = `WITH sent AS (
    SELECT o.n, h.id, o.s ->> 'name' AS name, o.s -> 'part' AS part, o.s ->> 'url' AS url, o.s -> 'alt' AS alt
      FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS o(s, n)
      LEFT JOIN partners h ON h.id = (o.s ->> 'id')::uuid AND h.programme_id = $1),
  gone AS (DELETE FROM partners WHERE programme_id = $1 AND id NOT IN (SELECT id FROM sent WHERE id IS NOT NULL)),
  kept AS (UPDATE partners t SET position = sent.n, name = sent.name, part = sent.part, url = sent.url,
      logo_alt = CASE WHEN t.logo_hash IS NULL THEN '{}' ELSE coalesce(sent.alt, t.logo_alt) END
    FROM sent WHERE t.id = sent.id)
  INSERT INTO partners (programme_id, position, name, part, url)
  SELECT $1::uuid, n, name, part, url FROM sent WHERE id IS NULL`;

/** $1 the partner, $2 the programme, $3 hash, $4 width, $5 height, $6 whether a PDF holds it; the words for a picture are that picture's. */
export const SET_LOGO = `WITH risen AS (UPDATE programmes SET revision = revision + 1 WHERE id = $2)
  UPDATE partners SET logo_hash = $3, logo_width = $4, logo_height = $5, logo_printable = $6,
    logo_alt = CASE WHEN $3::text IS NULL THEN '{}' ELSE logo_alt END
  WHERE id = $1 AND programme_id = $2`;

const logo = (only: string): string => `SELECT f.hash, f.size::int AS size, f.type, s.name,
    coalesce((SELECT json_agg(c.id) FROM cohorts c WHERE c.programme_id = p.id), '[]') AS cohorts
  FROM programmes p JOIN partners s ON s.programme_id = p.id JOIN stored_files f ON f.hash = s.logo_hash
  WHERE p.slug = $1 AND s.logo_hash = $2 ${only} LIMIT 1`;
/** $1 the slug, $2 the hash: of a page that anybody may read. */
export const PUBLIC_LOGO = logo('AND p.published_at IS NOT NULL');
/** $1 the slug, $2 the hash: published or not. */
export const LOGO_WITHIN = logo('');
