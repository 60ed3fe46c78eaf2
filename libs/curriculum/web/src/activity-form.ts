import { form, required, validate } from '@angular/forms/signals';
import type { WritableSignal } from '@angular/core';
import type {
  ActivityKind,
  ActivityView,
  ChangeActivity,
  CreateActivity,
} from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import type { Frame, Moment } from '@opiring/contract/values';
import { releaseOf } from '@opiring/contract/release.values';
import { openingOf, ruleText } from './release/rule-draft';

/** In the order somebody looks for them. */
export const KINDS: readonly ActivityKind[] = [
  'read',
  'watch',
  'reflect',
  'answer',
  'attend',
  'practicum',
  'circle',
  'talk',
  'survey',
];
export const MOMENTS: readonly Moment[] = ['start', 'middle', 'end'];

/** What the side panel holds while somebody writes. Empty strings stand for what is not said. */
export interface ActivityFields {
  kind: ActivityKind;
  title: Required<LocalText>;
  instructions: Required<LocalText>;
  minutes: number | null;
  required: boolean;
  /** When it opens, as the text of a rule; '' leaves it to the module. */
  opens: string;
  link: string;
  /** The frame a reflection begins with; '' leaves it to whoever writes. */
  frame: string;
  questionId: string;
  moment: string;
  meetingId: string;
}

const allLanguages = (text?: LocalText): Required<LocalText> => ({ et: '', en: '', ru: '', ...text });
const saidLanguages = (text: Required<LocalText>): LocalText =>
  Object.fromEntries(Object.entries(text).filter(([, said]) => said.trim() !== ''));

export function fieldsOf(activity?: ActivityView): ActivityFields {
  return {
    kind: activity?.kind ?? 'read',
    title: allLanguages(activity?.title),
    instructions: allLanguages(activity?.instructions),
    minutes: activity?.minutes ?? null,
    required: activity?.required ?? true,
    opens: activity ? ruleText(releaseOf(activity)) : '',
    link: activity?.link ?? '',
    frame: activity?.frame ?? '',
    questionId: activity?.questionId ?? '',
    moment: activity?.moment ?? '',
    meetingId: activity?.meetingId ?? '',
  };
}

/** The body of a change. The kind stays, and so do a question, its moment and a meeting: done facts hang on them. */
export function changeOf(fields: ActivityFields): ChangeActivity {
  return {
    title: saidLanguages(fields.title),
    instructions: saidLanguages(fields.instructions),
    minutes: fields.minutes,
    required: fields.required,
    ...openingOf(fields.opens),
    link: fields.link.trim() || null,
    ...((fields.kind === 'reflect' || fields.kind === 'answer') && {
      frame: (fields.frame || null) as Frame | null,
    }),
  };
}

/** The body of a new activity. */
export function creationOf(fields: ActivityFields): CreateActivity {
  const { kind } = fields;
  return {
    ...(changeOf(fields) as Omit<CreateActivity, 'kind'>),
    kind,
    ...(kind === 'answer' ? { questionId: fields.questionId, moment: fields.moment as Moment } : {}),
    ...(kind === 'attend' ? { meetingId: fields.meetingId } : {}),
  };
}

/** The form over the fields. Messages are the names of our words under `curriculum.failed`. */
export function activityForm(fields: WritableSignal<ActivityFields>) {
  return form(fields, (path) => {
    required(path.title.et, { message: 'needed' });
    required(path.questionId, {
      message: 'questionNeeded',
      when: ({ valueOf }) => valueOf(path.kind) === 'answer',
    });
    required(path.moment, {
      message: 'questionNeeded',
      when: ({ valueOf }) => valueOf(path.kind) === 'answer',
    });
    required(path.meetingId, {
      message: 'meetingNeeded',
      when: ({ valueOf }) => valueOf(path.kind) === 'attend',
    });
    validate(path.minutes, ({ value }) => {
      const minutes = value();
      const sound = minutes === null || (Number.isInteger(minutes) && minutes >= 0 && minutes <= 6000);
      return sound ? undefined : { kind: 'minutes', message: 'minutes' };
    });
    validate(path.link, ({ value }) =>
      value().trim() === '' || /^https?:\/\/\S+\.\S+$/.test(value().trim())
        ? undefined
        : { kind: 'link', message: 'link' },
    );
  });
}
export type ActivityForm = ReturnType<typeof activityForm>;
