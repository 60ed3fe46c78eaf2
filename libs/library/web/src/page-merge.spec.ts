import type { PageFields } from './page-fields';
import { mergePages, take } from './page-merge';

const fields = (change: (fields: PageFields) => void = () => undefined): PageFields => {
  const made: PageFields = {
    title: { et: 'Nimi' },
    texts: Object.fromEntries(
      ['lead', 'what', 'forWhom', 'when', 'howOneLearns', 'approach', 'inclusive', 'organiser', 'plan'].map(
        (name) => [name, { et: name }],
      ),
    ) as PageFields['texts'],
    effects: [{ et: 'Üks' }],
    planUrl: '',
    partners: [{ id: null, name: 'Vald', part: {}, url: '', alt: {} }],
    questions: [{ id: 'q', version: 1, text: { et: 'Kes?' } }],
  };
  change(made);
  return made;
};

describe('two people on one page', () => {
  it('keeps both where they wrote in different places', () => {
    const { fields: merged, clashes } = mergePages(
      fields(),
      fields((f) => {
        f.texts.lead.et = 'Nende juhatus';
        f.questions = [{ id: 'q', version: 2, text: { et: 'Kes räägib?' } }];
      }),
      fields((f) => {
        f.texts.lead.en = 'My lead';
        f.effects.push({ et: 'Kaks' });
      }),
    );
    expect(clashes).toEqual([]);
    expect(merged.texts.lead).toEqual({ et: 'Nende juhatus', en: 'My lead' });
    expect(merged.effects).toEqual([{ et: 'Üks' }, { et: 'Kaks' }]);
    expect(merged.questions).toEqual([{ id: 'q', version: 2, text: { et: 'Kes räägib?' } }]);
  });

  it('keeps mine where both wrote, names the clash, and takes theirs when asked', () => {
    const { fields: merged, clashes } = mergePages(
      fields(),
      fields((f) => {
        f.questions = [{ id: 'q', version: 2, text: { et: 'Nende' } }];
        f.partners = [{ id: null, name: 'Linn', part: {}, url: '', alt: {} }];
      }),
      fields((f) => {
        f.questions[0]!.text = { et: 'Minu' };
        f.partners = [{ id: null, name: 'Küla', part: {}, url: '', alt: {} }];
      }),
    );
    expect(merged.questions).toEqual([{ id: 'q', version: 2, text: { et: 'Minu' } }]);
    expect(clashes.map(({ name, locale, theirs, mine }) => [name, locale, theirs, mine])).toEqual([
      ['questions', 'et', 'Nende', 'Minu'],
      ['partners', null, 'Linn', 'Küla'],
    ]);
    clashes.forEach((clash) => take(merged, clash));
    expect(merged.questions[0]?.text).toEqual({ et: 'Nende' });
    expect(merged.partners[0]?.name).toBe('Linn');
  });

  it('says nothing where both wrote the same', () => {
    const same = (f: PageFields): void => void (f.title.et = 'Uus');
    expect(mergePages(fields(), fields(same), fields(same))).toEqual({ fields: fields(same), clashes: [] });
  });
});
