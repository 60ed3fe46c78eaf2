import type { PageView } from '@opiring/contract/library';
import { bodyOf, fieldsOf, missingIn } from './page-fields';

const page = {
  title: { et: 'Dialoogid', en: 'Dialogues' },
  texts: { lead: { et: 'Juhile' }, effects: [{ et: 'Üks', ru: 'Один' }, {}] },
  questions: [{ id: 'q', version: 2, text: { et: 'Kes räägib?' } }],
  inclusiveQuestions: [],
  can: { reword: true },
  partners: [{ id: 'p', name: ' Vald ', part: {}, url: null }],
} as unknown as PageView;

describe('the fields of the public page', () => {
  it('say which language lacks what, and ask for nothing that is empty everywhere', () => {
    const fields = fieldsOf(page);
    expect(missingIn(fields, 'et')).toEqual([]);
    expect(missingIn(fields, 'en')).toEqual(['lead', 'effects', 'questions']);
    expect(missingIn(fields, 'ru')).toEqual(['title', 'lead', 'questions']);
  });
  it('send no empty lines, and an empty address as none', () => {
    expect(bodyOf(fieldsOf(page), page)).toMatchObject({
      effects: [{ et: 'Üks', ru: 'Один' }],
      planUrl: null,
      partners: [{ name: 'Vald', url: null }],
    });
  });
  it('send a question only where its words are new, and none where that is not mine to do', () => {
    const fields = fieldsOf(page);
    expect(bodyOf(fields, page)).not.toHaveProperty('questions');
    fields.questions[0]!.text = { et: 'Kes kuulab?' };
    expect(bodyOf(fields, page).questions).toEqual([{ id: 'q', version: 2, text: { et: 'Kes kuulab?' } }]);
    expect(bodyOf(fields, { ...page, can: { reword: false } })).not.toHaveProperty('questions');
  });
});
