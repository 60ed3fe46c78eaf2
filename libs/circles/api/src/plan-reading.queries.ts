/** What the two said about each other's plans. */
export interface PlanReadingRow {
  pairId: string;
  partnerId: string;
  mineReadAt: string | null;
  theirsReadAt: string | null;
  held: boolean;
}

const STANDS = (whose: 'author_id' | 'reader_id'): string =>
  `(SELECT r.read_at FROM plan_readings r WHERE r.pair_id = p.id AND r.${whose} = $1 AND r.taken_back_at IS NULL)`;

/** $1 one of the two, as partners today */
export const PLAN_READING = `SELECT p.id AS "pairId", CASE WHEN p.first_id = $1 THEN p.second_id ELSE p.first_id END AS "partnerId",
    ${STANDS('author_id')} AS "mineReadAt", ${STANDS('reader_id')} AS "theirsReadAt",
    EXISTS (SELECT FROM practicums o WHERE o.pair_id = p.id) AS held
  FROM learning_pairs p WHERE p.ended_at IS NULL AND $1 IN (p.first_id, p.second_id)`;

/** $1 cohort, $2 the pair, $3 who read, $4 whose plan, $5 when. Said twice it stands once. */
export const SAY_READ = `INSERT INTO plan_readings (cohort_id, pair_id, reader_id, author_id, read_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (pair_id, reader_id) WHERE taken_back_at IS NULL DO NOTHING`;

/** $1 the pair, $2 who read, $3 when */
export const TAKE_BACK = `UPDATE plan_readings SET taken_back_at = greatest($3::timestamptz, read_at)
  WHERE pair_id = $1 AND reader_id = $2 AND taken_back_at IS NULL`;
