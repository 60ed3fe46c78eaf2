import type { ArcAnswerView, ArcView } from '@opiring/contract/arc';
import type { CurriculumView } from '@opiring/contract/curriculum';

const asked = { version: 1, text: { et: 'Milline kuulaja sa ise oled?' } };

const question = { id: 'q3', position: 3, strand: 'main' as const, version: 1, text: asked.text };

export const answer = (more: Partial<ArcAnswerView> = {}): ArcAnswerView => ({
  entryId: 'e1',
  moment: 'start',
  after: null,
  title: '3. küsimus, alguses',
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Olen pigem selgitaja.' }] }],
  },
  words: 'Olen pigem selgitaja.',
  lang: 'et',
  asked,
  createdAt: '2026-10-14T09:00:00Z',
  updatedAt: '2026-10-14T09:00:00Z',
  doneAt: '2026-10-14T09:00:00Z',
  shares: [],
  ...more,
});

/** An arc whose first answer stands, and whose others are ahead. */
export const arc = (more: Partial<ArcView> = {}): ArcView => ({
  cohortId: 'c1',
  question,
  places: [
    { moment: 'start', state: 'done', opensOn: null, activityId: 'a1', answer: answer() },
    { moment: 'middle', state: 'ahead', opensOn: null, activityId: 'a2', answer: null },
    { moment: 'end', state: 'closed', opensOn: '2027-01-15', activityId: 'a3', answer: null },
  ],
  meetings: [{ id: 'k1', position: 1 }],
  between: [],
  facts: [
    {
      kind: 'meeting',
      id: 'k1',
      day: '2026-10-12',
      title: { et: 'Esimene kohtumine' },
      place: { et: 'Tallinn' },
    },
    { kind: 'circle', id: 'r1', day: '2026-11-14', topic: 'Kool', place: 'Rannaküla', people: 9 },
  ],
  words: null,
  moved: { text: '', lang: 'et', revision: 0, updatedAt: null },
  can: { write: true, move: true },
  ...more,
});

/** Of the curriculum only what these pages read. */
export const curriculum = { questions: [question], modules: [] } as unknown as CurriculumView;
