import { ACTIVITY_KINDS } from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import { FRAMES, MOMENTS } from '@opiring/contract/values';
import fc from 'fast-check';
import { materialPath, type ProgrammeMaterial } from './materials';
import type { Programme, ProgrammeActivity, ProgrammeModule, ProgrammeQuestion } from './programme';
import type { ProgrammeRule } from './release';

/** For specs: what the cohort has that a programme may name. */
export interface Surroundings {
  title: LocalText;
  questions: ProgrammeQuestion[];
  meetings: number;
  /** What a file may hold; whether it is of a kind that is taken, the database's specs care. */
  content: fc.Arbitrary<Uint8Array>;
}

/** Anything that can be written on one line, the words that YAML takes for something else among them. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('null', 'yes', '2026-10-01', '- a', '# b', '"c"', '{d: e}', '~', '1e3', '&x *y', ' : '),
  )
  .map((text) => text.replace(/[\0\ufeff\r\n]/g, '').trim() || 'ring');
const RICH = [
  '## Miks',
  '### Kuidas',
  '- üks\n- kaks\n  1. sees\n  2. veel',
  '> tsitaat\n> teine rida',
  '**paks** ja *kaldu*',
  '[leht](https://opiring.example/a?b=1&c=2#d)',
  'Строка\nдругая строка',
  '    taandega',
  '<script>alert(1)</script>',
  '---',
  '…',
];
const rich = fc
  .array(fc.oneof(fc.constantFrom(...RICH), words), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('\n\n').trim());
const inSome = (text: fc.Arbitrary<string>): fc.Arbitrary<LocalText> =>
  fc.record({ et: text, en: text, ru: text }, { requiredKeys: [] });
const titles = fc
  .tuple(inSome(words), words)
  .map(([some, et]): LocalText => (Object.keys(some).length > 0 ? some : { et }));
const days = fc
  .integer({ min: 0, max: 30_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const names = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}$/);
const stems = fc.stringMatching(/^[a-zõäöüа-я][a-zõäöüа-я0-9 #&%+_()]{0,20}[a-z0-9]$/);

/** Names things by numbers, until it is known which there are. */
type Leaf = ['date', string] | ['meeting', number, number] | ['activity' | 'module', number] | ['plan'];
type Rule = Leaf | { all: Rule[] } | { any: Rule[] };
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.tuple(fc.constant('date' as const), days),
  fc.tuple(fc.constant('meeting' as const), fc.nat(99), fc.integer({ min: 0, max: 365 })),
  fc.tuple(fc.constantFrom('activity' as const, 'module' as const), fc.nat(999)),
  fc.constant<Leaf>(['plan']),
);
const some = (arbitrary: fc.Arbitrary<Rule>): fc.Arbitrary<Rule[]> =>
  fc.array(arbitrary, { minLength: 2, maxLength: 3 });
const rules: fc.Arbitrary<Rule> = fc.oneof(
  leaf,
  some(leaf).map((all) => ({ all })),
  fc.tuple(some(leaf), leaf).map(([any, one]): Rule => ({ all: [one, { any }] })),
  fc.tuple(some(leaf), some(leaf)).map(([all, more]): Rule => ({ any: [{ all }, ...more] })),
);

const materials = fc.record(
  {
    title: titles,
    url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    file: stems.map((stem) => `${stem.replace(/ +/g, ' ')}.pdf`),
  },
  { requiredKeys: ['url', 'file'] },
);
const activities = fc.record(
  {
    id: names,
    kind: fc.constantFrom(...ACTIVITY_KINDS),
    title: titles,
    instructions: inSome(rich),
    pick: fc.nat(999),
    moment: fc.constantFrom(...MOMENTS),
    required: fc.constant(false as const),
    minutes: fc.nat(6000),
    opensOn: days,
    release: rules,
    link: fc.webUrl({ withQueryParameters: true }),
    frame: fc.constantFrom(...FRAMES),
    materials: fc.array(fc.tuple(materials, fc.boolean()), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['id', 'kind', 'title', 'instructions', 'pick', 'moment'] },
);
const modules = fc.record(
  {
    id: names,
    title: titles,
    purpose: inSome(rich),
    on: fc.tuple(days, days),
    release: rules,
    alongside: fc.constant(true as const),
    activities: fc.array(activities, { maxLength: 5 }),
  },
  { requiredKeys: ['id', 'title', 'purpose', 'activities'] },
);
type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** Whole programmes: every kind of activity, rules of every shape, texts in three languages, links and files. */
export const programmes = (around: Surroundings): fc.Arbitrary<Programme> =>
  fc
    .tuple(fc.array(modules, { maxLength: 5 }), fc.infiniteStream(around.content))
    .map(([drawn, contents]) => new Naming(around, drawn).programme(contents));

/** Gives the drawn things names of their own, and has them name only what there is. */
class Naming {
  private readonly drawn: Drawn<typeof modules>[];
  private readonly ids: { module: string[]; activity: string[] };

  constructor(
    private readonly around: Surroundings,
    drawn: Drawn<typeof modules>[],
  ) {
    const once = (taken: Set<string>, id: string): string => {
      const name = taken.has(id) ? `${id}-${taken.size}x` : id;
      taken.add(name);
      return name;
    };
    const [parts, deeds] = [new Set<string>(), new Set<string>()];
    this.drawn = drawn.map((module) => ({
      ...module,
      id: once(parts, module.id),
      activities: module.activities.map((deed) => ({ ...deed, id: once(deeds, deed.id) })),
    }));
    this.ids = { module: [...parts], activity: [...deeds] };
  }

  programme(contents: Iterable<Uint8Array>): Programme {
    const { title, questions } = this.around;
    const told = this.drawn.map((module) => this.module(module));
    const next = contents[Symbol.iterator]();
    const files = new Map(
      told.flatMap((module) =>
        module.activities.flatMap(({ id, materials: has = [] }) =>
          has.flatMap(({ file }): [string, Uint8Array][] =>
            file ? [[materialPath(id, file), next.next().value as Uint8Array]] : [],
          ),
        ),
      ),
    );
    return { title, questions, ...(files.size > 0 && { files }), modules: told };
  }

  private module({ on, release, activities: deeds, ...module }: Drawn<typeof modules>): ProgrammeModule {
    const [startsOn, endsOn] = on ? on.sort() : [];
    const rule = release && this.rule(release);
    return {
      ...module,
      ...(startsOn && endsOn && { startsOn, endsOn }),
      ...(rule && { release: rule }),
      activities: deeds.map((deed) => this.activity(deed)),
    };
  }

  private activity(drawn: Drawn<typeof activities>): ProgrammeActivity {
    const { kind, pick, moment, opensOn, release, materials: has, ...deed } = drawn;
    const { questions, meetings } = this.around;
    const question = kind === 'answer' ? questions[pick % questions.length]?.id : undefined;
    const meeting = kind === 'attend' && meetings > 0 ? (pick % meetings) + 1 : undefined;
    const rule = release && this.rule(release);
    const lacks = (kind === 'answer' && !question) || (kind === 'attend' && !meeting);
    const brought = has && this.materials(has);
    return {
      ...deed,
      kind: lacks ? 'read' : kind,
      ...(question && { question, moment }),
      ...(meeting && { meeting }),
      ...(rule ? { release: rule } : opensOn && { opensOn }),
      ...(brought && { materials: brought }),
    };
  }

  private materials(drawn: [Drawn<typeof materials>, boolean][]): ProgrammeMaterial[] {
    const taken = new Set<string>();
    return drawn.map(([{ title, url, file }, isFile], at) => {
      const name = taken.has(file) ? `${at} ${file}` : file;
      taken.add(name);
      return { ...(title && { title }), ...(isFile ? { file: name } : { url }) };
    });
  }

  private rule(rule: Rule): ProgrammeRule | undefined {
    if (Array.isArray(rule)) return this.condition(rule);
    const parts = ('all' in rule ? rule.all : rule.any).flatMap((part) => this.rule(part) ?? []);
    if (parts.length < 2) return parts[0];
    return 'all' in rule ? { all: parts } : { any: parts };
  }

  private condition(told: Leaf): ProgrammeRule | undefined {
    if (told[0] === 'date') return { date: told[1] };
    if (told[0] === 'plan') return { partner: 'has-read-plan' };
    const [what, number, after] = told;
    if (what === 'meeting') {
      const { meetings } = this.around;
      return meetings === 0
        ? undefined
        : { meeting: (number % meetings) + 1, ...(after ? { days: after } : {}) };
    }
    const id = this.ids[what][number % this.ids[what].length];
    if (id === undefined) return undefined;
    return what === 'module' ? { module: id } : { activity: id };
  }
}
