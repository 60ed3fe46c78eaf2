import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import { Ask, Toasts } from '@opiring/platform/ui';
import { Language, Problem, localText } from '@opiring/platform/web';
import {
  type Deed,
  type DeedName,
  modulePlaceOf,
  movingTo,
  placeOf,
  standing,
  type States,
  withMoved,
} from './deeds';
import { Designer } from './designer';
import { DraftHistory } from './draft-history';
import { Selection } from './selection';

type Params = Record<string, string | number>;

/** What an organizer does to the draft from its lists: done, said how it went, and kept for undoing. */
@Injectable()
export class DraftCommands {
  private readonly designer = inject(Designer);
  private readonly history = inject(DraftHistory);
  private readonly selection = inject(Selection);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  private turn: Promise<void> = Promise.resolve();

  /** Moves it to a place within its module; chosen together with others, they all go there. */
  reorder(activity: ActivityView, position: number): Promise<boolean> {
    const module = this.designer.modules().find(({ id }) => id === activity.moduleId);
    if (!module) return Promise.resolve(false);
    const moving = this.together(activity);
    const others = standing(module).filter(({ id }) => id !== activity.id);
    const before = others.slice(0, position).filter((each) => !moving.includes(each));
    return this.move(moving, module, before.length);
  }

  /** To the end of another module, and with it all that is chosen together with it. */
  async transfer(activity: ActivityView, module: ModuleView): Promise<boolean> {
    const moving = this.together(activity);
    const moved = await this.moveTo(moving, module);
    if (moved && moving.length > 1) this.selection.clear();
    return moved;
  }

  async moveTo(activities: readonly ActivityView[], module: ModuleView): Promise<boolean> {
    const moved = await this.move(activities, module, standing(module).length);
    if (!moved) return false;
    if (activities.length > 1)
      this.say('select.moved', { n: activities.length, module: this.local(module.title) });
    else
      this.say('activity.movedModule', {
        title: this.local(activities[0]?.title),
        module: this.local(module.title),
      });
    return true;
  }

  setRequired(activities: readonly ActivityView[], required: boolean): Promise<boolean> {
    const changing = activities.filter((activity) => activity.required !== required);
    const states = (value: boolean): States => of(changing, () => ({ required: value }));
    return this.take(required ? 'required' : 'optional', changing, states(!required), states(required));
  }

  /** Undoing brings them back, so several go without a question; the words of the button say how many. */
  async retire(activities: readonly ActivityView[]): Promise<boolean> {
    const modules = this.designer.modules();
    const before = of(activities, (each) => ({ retired: false, ...placeOf(modules, each) }));
    const after = of(activities, () => ({ retired: true }));
    const name = activities.length > 1 ? 'retiredMany' : 'retired';
    const [first] = activities;
    if (!(await this.take(name, activities, before, after))) return false;
    if (activities.length > 1) this.say('select.gone', { n: activities.length });
    else this.say('activity.gone', { title: this.local(first?.title) });
    return true;
  }

  async retireModule(module: ModuleView): Promise<boolean> {
    const place = modulePlaceOf(this.designer.modules(), module.id);
    const title = this.local(module.title);
    if (!(await this.sure('module', title))) return false;
    const states = (state: object): States => ({ activities: {}, modules: { [module.id]: state } });
    const deed = { before: states({ retired: false, ...place }), after: states({ retired: true }) };
    const done = await this.attempt(async () => {
      await this.history.take(deed.after, [module]);
      this.history.record({ name: 'moduleRetired', title: module.title, n: 1, ...deed });
    });
    if (done) this.say('activity.gone', { title });
    return done;
  }

  async moveModule(module: ModuleView, position: number): Promise<boolean> {
    const modules = this.designer.modules();
    const others = modules.filter(({ id }) => id !== module.id);
    const to = { position, after: others[position - 1]?.id ?? null };
    const states = (state: object): States => ({ activities: {}, modules: { [module.id]: state } });
    const deed = { before: states(modulePlaceOf(modules, module.id)), after: states(to) };
    this.designer.show((view) => [
      ...others.slice(0, position),
      module,
      ...others.slice(position),
      ...view.modules.filter(({ draft }) => draft === 'retired'),
    ]);
    const done = await this.attempt(async () => {
      await this.history.take(deed.after, [module]);
      this.history.record({ name: 'moduleMoved', title: module.title, n: 1, ...deed });
    });
    if (done) this.say('module.movedTo', { title: this.local(module.title), n: position + 1 });
    return done;
  }

  stepBack(): Promise<void> {
    return this.inTurn(async () => {
      const deed = this.history.toUndo();
      if (deed) this.told(await this.history.undo(), 'history.undone', this.phrase(deed));
    });
  }
  stepForward(): Promise<void> {
    return this.inTurn(async () => {
      const deed = this.history.toRedo();
      if (deed) this.told(await this.history.redo(), 'history.redone', this.phrase(deed));
    });
  }

  /** Keys may come faster than the server answers: each press waits for the one before it, and none is lost. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step);
    return this.turn;
  }

  /** What a button would undo or do again, in words. */
  wayWords(way: 'undo' | 'redo', deed: Deed | undefined): string {
    return deed
      ? this.worded(`history.${way}What`, { what: this.phrase(deed) })
      : this.worded(`history.${way}`);
  }

  /** „lisamine: „Loe kirja““: called from templates too, so that the words follow the language. */
  phrase({ name, title, n }: Deed): string {
    return this.worded(`history.deeds.${name}`, { title: this.local(title), n });
  }

  sure(what: 'activity' | 'module', title: string): Promise<boolean> {
    return this.ask.for({
      heading: this.worded(`${what}.retireTitle`),
      text: this.worded(`${what}.retireBody`, { title }),
      yes: this.worded(`${what}.retireYes`),
      no: this.worded('activity.cancel'),
    });
  }

  /** Does the deed and says how it went; whoever steps back meanwhile steps back from it, not from what was done before. */
  attempt(deed: () => Promise<unknown>, said?: string, params?: Params): Promise<boolean> {
    const going = this.carryOut(deed, said, params);
    void this.inTurn(async () => void (await going));
    return going;
  }

  /** A stale draft is read again, so that the next attempt stands on what is true. */
  private async carryOut(deed: () => Promise<unknown>, said?: string, params?: Params): Promise<boolean> {
    try {
      await deed();
      if (said) this.say(said, params);
      this.designer.reload();
      return true;
    } catch (error) {
      const { status, code } = Problem.of(error);
      const known: Record<string, string> = {
        'nothing-to-publish': 'publish.nothing',
        'too-many': 'failed.tooMany',
        retired: 'conflict.reloaded',
      };
      this.say(status === 412 ? 'conflict.reloaded' : (known[code] ?? 'failed.notSaved'));
      this.designer.reload();
      return false;
    }
  }

  private move(activities: readonly ActivityView[], module: ModuleView, position: number): Promise<boolean> {
    const modules = this.designer.modules();
    const before = of(activities, (each) => placeOf(modules, each));
    const after = { activities: movingTo(activities, module, position), modules: {} };
    this.designer.show((view) => withMoved(view.modules, activities, module, position));
    return this.take(activities.length > 1 ? 'movedMany' : 'moved', activities, before, after);
  }

  private take(
    name: DeedName,
    activities: readonly ActivityView[],
    before: States,
    after: States,
  ): Promise<boolean> {
    if (activities.length === 0) return Promise.resolve(true);
    return this.attempt(async () => {
      await this.history.take(after, activities);
      this.history.record({ name, title: activities[0]?.title ?? {}, n: activities.length, before, after });
    });
  }

  private told(went: string, done: string, what: string): void {
    if (went === 'done') this.say(done, { what });
    if (went === 'refused') this.say('history.refused', { what });
    if (went === 'failed') this.say('failed.notSaved');
    this.designer.reload();
  }

  private together(activity: ActivityView): readonly ActivityView[] {
    return this.selection.has(activity.id) ? this.selection.activities() : [activity];
  }
  private local(text: LocalText | undefined): string {
    return text ? localText(text, this.language.current()).text : '';
  }
  private say(key: string, params?: Params): void {
    this.toasts.say(this.worded(key, params));
  }
  private worded(key: string, params?: Params): string {
    return this.words.translate(`curriculum.${key}`, params);
  }
}

function of(activities: readonly ActivityView[], state: (activity: ActivityView) => object): States {
  return {
    activities: Object.fromEntries(activities.map((activity) => [activity.id, state(activity)])),
    modules: {},
  };
}
