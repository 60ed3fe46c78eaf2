import type { ChangeEntry, DocumentNode, EntryView } from '@opiring/contract/journal';
import { keepBoth, plainText } from './document';
import { type Around, SyncMachine } from './sync-machine';
import { type Draft, type Words, sameWords, wordsOf } from './sync';

/** A pretended world for the machine: one server with the true meaning of revisions, two devices, a bad network. */
export type Step =
  | { do: 'type' | 'pause' | 'flush' | 'lose-request' | 'lose-answer'; device: number }
  | { do: 'offline' | 'lapse' | 'return' | 'crash'; device: number }
  | { do: 'choose'; device: number; which: 'mine' | 'theirs' | 'both' };
export type Fault = 'no-412' | 'no-device' | 'says-too-early' | null;

const paragraph = (text: string): DocumentNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly current?: EntryView,
  ) {
    super(String(status));
  }
}

class Server {
  readonly entries = new Map<string, Words & { revision: number; writeId: string | undefined }>();
  readonly versions: Words[] = [];
  constructor(private readonly fault: Fault) {}

  view(id: string): EntryView {
    const entry = this.entries.get(id);
    if (!entry) throw new Refusal(404);
    const { title, body, revision } = entry;
    return { title, body, revision, id, updatedAt: 'now', mine: true } as EntryView;
  }
  create(words: Words, once: string): EntryView {
    if (!this.entries.has(once)) this.entries.set(once, { ...words, revision: 1, writeId: undefined });
    return this.view(once);
  }
  change(id: string, change: ChangeEntry, revision: number): EntryView {
    const entry = this.view(id);
    const standing = this.entries.get(id)?.writeId;
    const words = { title: change.title ?? '', body: change.body as DocumentNode };
    const fresh = entry.revision === revision || this.fault === 'no-412';
    const same = sameWords(words, entry);
    if (fresh || (!same && standing !== undefined && change.follows?.includes(standing))) {
      this.entries.set(id, { ...words, revision: (entry.revision ?? 0) + 1, writeId: change.writeId });
    } else if (!same) {
      this.versions.push(wordsOf(entry), words);
      throw new Refusal(412, entry);
    }
    return this.view(id);
  }
}

class Device {
  readonly stored = new Map<string, Draft>();
  net: 'up' | 'down' | 'lapsed' = 'up';
  loss: 'request' | 'answer' | null = null;
  timer: (() => void) | undefined;
  machine: SyncMachine;
  life = 0;
  constructor(private readonly world: World) {
    this.machine = new SyncMachine(this.around());
  }

  /** A new page, as after a crash: nothing is remembered but what was stored. */
  open(fresh: Draft): void {
    this.life += 1;
    this.timer = undefined;
    this.machine = new SyncMachine(this.around());
    const [kept] = [...this.stored.values()];
    const seen = this.look(kept?.entryId ?? 'e1');
    if (kept) this.machine.begin(kept, { kept: true, ...(kept.entryId && seen && { entry: seen }) });
    else if (seen) this.machine.begin({ ...fresh, ...openedFrom(seen) }, { kept: false, entry: seen });
    else this.machine.begin(fresh, { kept: false });
  }

  private look(id: string): EntryView | undefined {
    return this.net === 'up' ? this.world.server.view(id) : undefined;
  }

  private async wire<T>(life: number, deed: () => T): Promise<T> {
    const { net, loss } = this;
    this.loss = null;
    await Promise.resolve();
    if (net === 'down' || loss === 'request') throw new Refusal(0);
    if (net === 'lapsed') throw new Refusal(401);
    const answer = deed();
    await Promise.resolve();
    // A page that is gone hears nothing.
    if (life !== this.life) return new Promise(() => undefined);
    if (loss === 'answer') throw new Refusal(0);
    return answer;
  }

  private around(): Around {
    const life = this.life;
    const { server } = this.world;
    const alive = () => life === this.life;
    return {
      put: async (draft) => {
        if (alive() && this.world.fault !== 'no-device') this.stored.set(draft.slot, draft);
      },
      drop: async ({ slot }) => void (alive() && this.stored.delete(slot)),
      create: (draft, words) => this.wire(life, () => server.create(words, draft.once)),
      change: (id, change, revision) => this.wire(life, () => server.change(id, change, revision)),
      keep: (_id, words) => this.wire(life, () => server.versions.push(words)),
      later: (_wait, deed) => {
        if (alive()) this.timer = deed;
        return () => {
          if (this.timer === deed) this.timer = undefined;
        };
      },
      newId: () => this.world.next('id'),
      now: () => new Date(0).toISOString(),
      trouble: (error) =>
        error instanceof Refusal ? { status: error.status, current: error.current } : { status: -1 },
      tell: () => undefined,
      created: () => undefined,
      saved: () => undefined,
    };
  }
}

const openedFrom = (entry: EntryView): Partial<Draft> => ({
  key: 'e1',
  entryId: 'e1',
  revision: entry.revision ?? null,
  title: entry.title,
  body: entry.body,
});

/** Two devices of one author write one entry. Every text typed is a paragraph nobody ever takes out. */
export class World {
  readonly server: Server;
  private readonly devices: Device[];
  private readonly typed: string[] = [];
  private count = 0;

  constructor(readonly fault: Fault = null) {
    this.server = new Server(fault);
    this.devices = [0, 1].map(() => new Device(this));
    this.server.create({ title: '', body: doc(paragraph('alguses')) }, 'e1');
    this.devices.forEach((each, n) => each.open(this.fresh(n)));
  }

  next(word: string): string {
    this.count += 1;
    return `${word}-${this.count}.`;
  }

  async take(step: Step): Promise<void> {
    const device = this.devices[step.device];
    if (!device) return;
    if (step.do === 'type') this.type(device.machine);
    else if (step.do === 'pause') device.timer?.();
    else if (step.do === 'flush') void device.machine.flush();
    else if (step.do === 'lose-request') device.loss = 'request';
    else if (step.do === 'lose-answer') device.loss = 'answer';
    else if (step.do === 'offline') device.net = 'down';
    else if (step.do === 'lapse') device.net = 'lapsed';
    else if (step.do === 'crash') device.open(this.fresh(step.device));
    else if (step.do === 'choose') this.choose(device.machine, step.which);
    else {
      device.net = 'up';
      device.machine.retry();
    }
    await quiet();
  }

  /** The night is over: every network is back, every question answered. */
  async comeHome(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) {
      for (const device of this.devices) {
        device.net = 'up';
        device.loss = null;
        this.choose(device.machine, 'both');
        await quiet();
        await device.machine.flush();
        await quiet();
      }
    }
  }

  /** A text that is nowhere any more, or a sign that is not true. */
  wrong(): string {
    const held = [
      ...this.server.entries.values(),
      ...this.server.versions,
      ...this.devices.flatMap(({ stored }) => [...stored.values()]),
    ].map(({ body }) => plainText(body));
    const lost = this.typed.find((words) => !held.some((text) => text.includes(words)));
    if (lost) return `lost: ${lost}`;
    return this.devices.map(({ machine }) => this.untrue(machine)).find(Boolean) ?? '';
  }

  unsent(): string {
    return this.devices.some(({ stored }) => stored.size > 0) ? 'something never went up' : '';
  }

  private untrue({ draft, state }: SyncMachine): string {
    const said = this.fault === 'says-too-early' && state.is === 'saving' ? 'saved' : state.is;
    if (said !== 'saved' || !draft) return '';
    const known = [...this.server.entries.values(), ...this.server.versions];
    const there = known.some((each) => plainText(each.body).includes(lastOf(draft)));
    return there ? '' : 'said saved, and the server has it not';
  }

  private type(machine: SyncMachine): void {
    const { draft } = machine;
    if (!draft) return;
    const words = this.next('sõna');
    this.typed.push(words);
    machine.edit({ body: doc(...(draft.body.content ?? []), paragraph(words)) });
  }

  private choose(machine: SyncMachine, which: 'mine' | 'theirs' | 'both'): void {
    const { state, draft } = machine;
    if (state.is !== 'conflict' || !draft) return;
    const body = which === 'both' ? keepBoth(state.theirs.body, draft.body) : draft.body;
    void machine.choose(which === 'theirs' ? 'theirs' : { title: '', body });
  }

  private fresh(n: number): Draft {
    return {
      accountId: 'a1',
      key: 'new:',
      slot: `s${n}`,
      cohortId: 'c1',
      entryId: null,
      revision: null,
      once: this.next(`once-${n}`),
      follows: [],
      occasion: {},
      title: '',
      body: doc(),
      changedAt: '',
    };
  }
}

const lastOf = ({ body }: Draft): string => plainText(body.content?.at(-1) ?? body);

/** Lets everything that waits for nothing but its turn happen. */
async function quiet(): Promise<void> {
  for (let n = 0; n < 25; n += 1) await Promise.resolve();
}
