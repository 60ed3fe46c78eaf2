import type { QuestionView } from '@opiring/contract/curriculum';
import type { MaterialView } from '@opiring/contract/materials';
import type { ReleaseRule } from '@opiring/contract/release';
import type { Day, LocalText } from '@opiring/contract/text';
import type { Frame, Moment } from '@opiring/contract/values';
import { materialsInto } from './materials/archive-materials';
import { type Programme, type ProgrammeActivity, type ProgrammeModule, Slugs } from './archive';
import { type ProgrammeRule, ruleForFile, ruleFromFile } from './archive/release';

/** The draft as the file wants it, each thing with its id here and its name there. */
export interface FileDraft {
  modules: DraftedModule[];
  questions: QuestionView[];
  title: LocalText | null;
}
interface DraftedModule {
  id: string;
  slug: string | null;
  title: LocalText;
  purpose: LocalText;
  startsOn: Day | null;
  endsOn: Day | null;
  release: ReleaseRule | null;
  alongside: boolean;
  activities: DraftedActivity[];
}
interface DraftedActivity extends Pick<ProgrammeActivity, 'kind' | 'title' | 'instructions'> {
  id: string;
  slug: string | null;
  required: boolean;
  minutes: number | null;
  opensOn: Day | null;
  release: ReleaseRule | null;
  link: string | null;
  questionId: string | null;
  moment: Moment | null;
  meetingId: string | null;
  frame: Frame | null;
  materials: MaterialView[];
}
/** The name a question has in every file: its strand and its place there. */
export const questionName = ({ strand, position }: Pick<QuestionView, 'strand' | 'position'>): string =>
  `${strand}-${position}`;

/** Gives every thing of the draft its name. */
export function named({ modules }: Pick<FileDraft, 'modules'>): (DraftedModule & { slug: string })[] {
  const [parts, deeds] = [new Slugs(), new Slugs()];
  return modules.map((module) => ({
    ...module,
    slug: parts.name(module.slug, module.title, 'module'),
    activities: module.activities.map((activity) => ({
      ...activity,
      slug: deeds.name(activity.slug, activity.title, activity.kind),
    })),
  }));
}

/** The draft as a programme; `meetings` are the cohort's ids in their order. */
export function programmeOf(draft: FileDraft, meetings: string[]): Programme {
  const names = new Map(draft.questions.map((question) => [question.id, questionName(question)]));
  const things = named(draft);
  const slugs = new Map(things.flatMap((m) => [m, ...m.activities]).map(({ id, slug }) => [id, slug]));
  const opening = ({ release }: { release: ReleaseRule | null }): { release?: ProgrammeRule } => {
    const rule = release && ruleForFile(release, (id) => slugs.get(id) ?? undefined, meetings);
    return rule ? { release: rule } : {};
  };
  return {
    ...(draft.title && { title: draft.title }),
    questions: draft.questions.map((question) => ({
      id: questionName(question),
      strand: question.strand,
      text: question.text,
    })),
    modules: things.map((module): ProgrammeModule => ({
      id: module.slug,
      title: module.title,
      purpose: module.purpose,
      ...(module.startsOn && { startsOn: module.startsOn }),
      ...(module.endsOn && { endsOn: module.endsOn }),
      ...opening(module),
      ...(module.alongside && { alongside: true }),
      activities: module.activities.map((activity) => ({
        ...activityOf(activity, names, meetings),
        ...opening(activity),
      })),
    })),
  };
}

/** The rules of a programme taken in just now, by the ids its things have here. */
export function rulesOf(
  programme: Programme,
  { modules }: FileDraft,
  meetings: string[],
): { modules: object[]; activities: object[] } {
  const bySlug = (things: readonly { id: string; slug: string | null }[]): Map<string, string> =>
    new Map(things.map(({ id, slug }) => [slug ?? '', id]));
  const ids = {
    modules: bySlug(modules),
    activities: bySlug(modules.flatMap(({ activities }) => activities)),
  };
  const ruled = (
    things: readonly { id: string; release?: ProgrammeRule }[],
    known: Map<string, string>,
  ): object[] =>
    things.flatMap(({ id, release }) =>
      release ? [{ id: known.get(id), release: ruleFromFile(release, ids, meetings) }] : [],
    );
  return {
    modules: ruled(programme.modules, ids.modules),
    activities: ruled(
      programme.modules.flatMap(({ activities }) => activities),
      ids.activities,
    ),
  };
}

function activityOf(
  activity: DraftedActivity,
  names: Map<string, string>,
  meetings: string[],
): ProgrammeActivity {
  const { slug, kind, title, instructions, minutes, opensOn, link, moment, frame } = activity;
  const question = activity.questionId === null ? undefined : names.get(activity.questionId);
  return {
    id: slug ?? '',
    kind,
    title,
    instructions,
    ...(!activity.required && { required: false }),
    ...(minutes !== null && { minutes }),
    ...(opensOn && { opensOn }),
    ...(link && { link }),
    ...(question && { question }),
    ...(moment && { moment }),
    ...(activity.meetingId && { meeting: meetings.indexOf(activity.meetingId) + 1 }),
    ...(frame && { frame }),
    ...(activity.materials.length > 0 && { materials: materialsInto(slug ?? '', activity.materials).told }),
  };
}

/** Where the files of the draft belong in its archive, with what is in them. */
export const filePaths = (draft: FileDraft): [path: string, hash: string][] =>
  named(draft).flatMap(({ activities }) =>
    activities.flatMap(({ slug, materials }) => materialsInto(slug ?? '', materials).paths),
  );
