/** $1 the programme: its questions with their newest version, held until the transaction ends. */
export const HOLD_QUESTIONS = `SELECT q.id, (SELECT max(v.version) FROM guiding_question_versions v WHERE v.question_id = q.id) AS version
  FROM guiding_questions q WHERE q.programme_id = $1 ORDER BY q.id FOR NO KEY UPDATE OF q`;

/** $1 [{id, version, text}], the versions being the newest. */
export const REWORD_QUESTIONS = `INSERT INTO guiding_question_versions (question_id, version, text)
  SELECT s.id, s.version + 1, s.text FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, version integer, text jsonb)
    JOIN guiding_question_versions v ON v.question_id = s.id AND v.version = s.version
   WHERE v.text <> s.text`;
