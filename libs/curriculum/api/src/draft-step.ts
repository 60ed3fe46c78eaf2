import type { ActivityStep, DraftStepStale, ModuleStep, TakeDraftStep } from '@opiring/contract/draft-steps';
import type { Locale } from '@opiring/contract/values';
import { BadInput, NotFound, Stale } from '@opiring/platform/api';
import type { Activity } from './activity.entity';
import { Retired } from './curriculum.errors';
import type { Move } from './draft-places';
import type { Module } from './module.entity';

type Step = ActivityStep | ModuleStep;
interface Draftable {
  id: string;
  revision: number;
  retiredAt: Date | null;
}
/** A thing of the draft with what shall become of it. */
export interface Told<T, S> {
  thing: T;
  step: S;
}

/** The body with its ids as the database writes them; each thing is told once. */
export function soundStep({ activities = [], modules = [] }: TakeDraftStep): Required<TakeDraftStep> {
  const lower = <T extends Step>(step: T): T => ({
    ...step,
    id: step.id.toLowerCase(),
    ...(step.after && { after: step.after.toLowerCase() }),
    ...('moduleId' in step && step.moduleId && { moduleId: step.moduleId.toLowerCase() }),
  });
  const once = (steps: readonly Step[], name: string): void => {
    if (new Set(steps.map(({ id }) => id)).size < steps.length)
      throw new BadInput({ [name]: ['must name each thing once'] });
  };
  const sound = { activities: activities.map(lower), modules: modules.map(lower) };
  once(sound.activities, 'activities');
  once(sound.modules, 'modules');
  if (activities.length + modules.length === 0)
    throw new BadInput({ activities: ['must name something to change'] });
  return sound;
}

/** Each step with its thing. One that is not there fails the whole. */
export function told<T extends Draftable, S extends Step>(
  steps: readonly S[],
  things: readonly T[],
): Told<T, S>[] {
  const known = new Map(things.map((thing) => [thing.id, thing]));
  return steps.map((step) => {
    const thing = known.get(step.id);
    if (!thing) throw new NotFound();
    return { thing, step };
  });
}

/** Refuses the whole where anything was changed meanwhile, and says what. */
export function assertFresh(
  activities: readonly Told<Activity, ActivityStep>[],
  modules: readonly Told<Module, ModuleStep>[],
): void {
  const stale = <T extends Draftable>(all: readonly Told<T, Step>[]): T[] =>
    all.filter(({ thing, step }) => thing.revision !== step.revision).map(({ thing }) => thing);
  const current: DraftStepStale = {
    activities: stale(activities).map((a) => ({ ...a.view(), retired: a.retiredAt !== null })),
    modules: stale(modules).map((m) => ({ ...m.content(), retired: m.retiredAt !== null })),
  };
  if (current.activities.length + current.modules.length > 0) throw new Stale(current);
}

/** Carries a step out on its thing: it comes back before it is changed, and is changed before it goes. */
export function carryOut(
  { thing, step }: Told<Activity, ActivityStep> | Told<Module, ModuleStep>,
  language: Locale,
  now: Date,
): void {
  const { id: _id, revision: _revision, after: _after, position: _position, retired, ...change } = step;
  if (retired === false) thing.retiredAt = null;
  if (thing.retiredAt && retired === undefined) throw new Retired();
  if (!thing.retiredAt) thing.change(change, language);
  if (retired && !thing.retiredAt) thing.retiredAt = now;
}

/** The places that are taken or left; what only gets other words stays where it is. */
export function movesOf<T extends Draftable & { position: number }>(
  all: readonly Told<T, Step>[],
  parentOf: (thing: T) => string,
): Move[] {
  return all.flatMap(({ thing, step }) => {
    const { retired, position, after } = step;
    const to = 'moduleId' in step ? step.moduleId : undefined;
    if (retired === undefined && position === undefined && after === undefined && !to) return [];
    const from = parentOf(thing);
    const back = retired === false && !to ? thing.position : undefined;
    const at = position ?? back;
    return [
      {
        id: thing.id,
        from,
        to: to ?? from,
        leaves: retired === true,
        arrives: retired === false || (to !== undefined && to !== from),
        ...(at !== undefined && { position: at }),
        ...(after !== undefined && { after }),
      },
    ];
  });
}
