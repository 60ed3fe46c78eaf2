import { randomUUID } from 'node:crypto';
import type { ChangeEntry } from '@opiring/contract/journal';
import fc from 'fast-check';
import { documentFrom } from './document';
import { Entry } from './entry.entity';
import { plainText } from './plain-text';

/** A save on its way: what was sent, and the words its writer knew to stand when writing. */
interface Save {
  revision: number;
  change: ChangeEntry & { writeId: string };
  saw: Set<string>;
}

/** The server as a save meets it; the SQL around it is tried in `saving.http.spec`. */
class Server {
  readonly entry = Object.assign(new Entry(), {
    title: 'Kiri',
    body: documentFrom('algus'),
    lang: 'et' as const,
    revision: 1,
    writeId: null,
  });
  readonly history = new Set<string>();

  stands(): string {
    return plainText(this.entry.body);
  }

  /** Whether what the answer says may be relied upon: 200, or 412 with what stands. */
  take({ change, revision, saw }: Save): boolean {
    const text = this.entry.textWith(change);
    const meeting = this.entry.meets(change, text, revision);
    if (meeting === 'saved') return true;
    if (meeting === 'apart') {
      this.history.add(this.stands()).add(plainText(text.body));
      return false;
    }
    // Nothing silently overwritten: what goes away was seen by whoever takes its place, or is in the history.
    const over = this.stands();
    expect(saw.has(over) || this.history.has(over)).toBe(true);
    this.entry.write(text, new Date(), change.writeId);
    return true;
  }
}

/** One of several tabs or devices. It hears answers, or does not, and never forgets what it wrote. */
class Device {
  words = 'algus';
  private base = 1;
  private unheard: Save[] = [];
  private saw = new Set(['algus']);

  write(words: string): void {
    this.words = words;
  }

  send(): Save {
    const save: Save = {
      revision: this.base,
      change: {
        title: 'Kiri',
        body: this.words,
        writeId: randomUUID(),
        follows: this.unheard.map(({ change }) => change.writeId),
      },
      saw: new Set([...this.saw, ...this.unheard.map(({ change }) => String(change.body)), this.words]),
    };
    this.unheard.push(save);
    return save;
  }

  /** The answer arrives: saved, or refused with what stands, which the author then sees beside their own. */
  hear(server: Server): void {
    this.base = server.entry.revision;
    this.saw = new Set([server.stands()]);
    this.unheard = [];
  }
}

type Step = [device: number, deed: 'write' | 'save' | 'lost-answer' | 'lost' | 'late' | 'again'];

it('loses and overwrites nothing unseen, in any order of edits, saves, losses and returns', () => {
  const step = fc.tuple(
    fc.nat({ max: 2 }),
    fc.constantFrom<Step[1]>('write', 'save', 'lost-answer', 'lost', 'late', 'again'),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 60 }), (steps: Step[]) => {
      const server = new Server();
      const devices = [new Device(), new Device(), new Device()];
      const delayed: Save[] = [];
      steps.forEach(([which, deed], at) => {
        const device = devices[which];
        if (!device) return;
        if (deed === 'write') return device.write(`sõnad ${at}`);
        if (deed === 'late') {
          const save = delayed.shift();
          if (save) server.take(save);
          return;
        }
        const save = device.send();
        if (deed === 'lost') delayed.push(save);
        else {
          const saved = server.take(save);
          if (deed === 'again') expect(server.take(save)).toBe(saved);
          if (deed === 'lost-answer') delayed.push(save);
          else device.hear(server);
        }
        // Whatever reached the server just now is there: standing, or among the versions.
        if (deed !== 'lost') {
          const words = String(save.change.body);
          expect(server.stands() === words || server.history.has(words)).toBe(true);
        }
      });
    }),
    { numRuns: 2000 },
  );
});
