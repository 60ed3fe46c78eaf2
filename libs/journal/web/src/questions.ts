import type { CurriculumView, QuestionView } from '@opiring/contract/curriculum';

/** The guiding questions everybody answers, in their order. */
export const questionsOf = ({ questions }: CurriculumView): QuestionView[] =>
  questions.filter(({ strand }) => strand === 'main').toSorted((a, b) => a.position - b.position);
