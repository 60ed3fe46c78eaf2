import type { Client } from 'pg';
import { INCLUSIVE_QUESTIONS } from './programme';
import { PARTNERS, PRINCIPLES, PUBLISHED_AT, RESOURCES, STORIES, STORY_BASIS, TEXTS } from './shelf';

/** The public page and the shelf: texts an installation brings with it, no deed of a person. */
export async function fillShelf(owner: Client, programmeId: string): Promise<void> {
  await owner.query('UPDATE programmes SET texts = $2, published_at = $3 WHERE id = $1', [
    programmeId,
    JSON.stringify(TEXTS),
    PUBLISHED_AT,
  ]);
  for (const [index, text] of INCLUSIVE_QUESTIONS.entries()) {
    await owner.query(
      `WITH q AS (INSERT INTO guiding_questions (programme_id, strand, position) VALUES ($1, 'inclusive', $2) RETURNING id)
       INSERT INTO guiding_question_versions (question_id, version, text) SELECT id, 1, $3 FROM q`,
      [programmeId, index + 1, JSON.stringify(text)],
    );
  }
  for (const [index, { kind, title, about, url }] of RESOURCES.entries()) {
    await owner.query(
      'INSERT INTO resources (programme_id, position, kind, title, about, url) VALUES ($1, $2, $3, $4, $5, $6)',
      [programmeId, index + 1, kind, JSON.stringify(title), JSON.stringify(about), url ?? null],
    );
  }
  for (const [index, { title, author }] of STORIES.entries()) {
    await owner.query(
      `WITH told AS (INSERT INTO stories (programme_id, position, title, author) VALUES ($1, $2, $3, $4) RETURNING id),
         by AS (INSERT INTO story_people (story_id, name) SELECT id, $4 FROM told RETURNING id)
       INSERT INTO story_consents (person_id, version, audience, basis, given_at) SELECT id, 1, 'public', $5, $6 FROM by`,
      [programmeId, index + 1, JSON.stringify(title), author, STORY_BASIS, PUBLISHED_AT],
    );
  }
  for (const [index, { name, part, url }] of PARTNERS.entries()) {
    await owner.query(
      'INSERT INTO partners (programme_id, position, name, part, url) VALUES ($1, $2, $3, $4, $5)',
      [programmeId, index + 1, name, JSON.stringify(part), url ?? null],
    );
  }
  await owner.query(
    'INSERT INTO principles (programme_id, version, text, published_at) VALUES ($1, 1, $2, $3)',
    [programmeId, JSON.stringify(PRINCIPLES), PUBLISHED_AT],
  );
}
