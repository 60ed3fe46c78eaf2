/** One event of a stream. */
export interface Heard {
  type: string;
  data: unknown;
}

/** Listens to an event stream as a browser would. */
export class Ear {
  /** Everything heard so far, in order. */
  readonly heard: Heard[] = [];
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  private readonly waiting: { fits: (one: Heard) => boolean; tell: (one: Heard) => void }[] = [];
  private read = 0;

  private constructor(
    readonly answer: Response,
    private readonly leave: AbortController,
  ) {
    this.ended = this.listen();
  }

  /** Opens the stream and waits for its headers; the caller closes it. */
  static async open(url: string, cookie: string): Promise<Ear> {
    const leave = new AbortController();
    const headers = { cookie, accept: 'text/event-stream' };
    return new Ear(await fetch(url, { headers, signal: leave.signal }), leave);
  }

  /** The next event of this type after those given out before. */
  next(type: string): Promise<Heard> {
    const index = this.heard.findIndex((one, at) => at >= this.read && one.type === type);
    const known = this.heard[index];
    if (known) {
      this.read = index + 1;
      return Promise.resolve(known);
    }
    return new Promise((tell) => this.waiting.push({ fits: (one) => one.type === type, tell }));
  }

  close(): void {
    this.leave.abort();
  }

  private async listen(): Promise<void> {
    let rest = '';
    try {
      for await (const chunk of (this.answer.body ?? []) as AsyncIterable<Uint8Array>) {
        rest += Buffer.from(chunk).toString();
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        blocks.forEach((block) => this.take(block));
      }
    } catch {
      // Closed from this side.
    }
  }

  private take(block: string): void {
    const field = (name: string): string | undefined =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const data = field('data');
    if (data === undefined) return;
    const one = { type: field('event') ?? 'message', data: JSON.parse(data) as unknown };
    this.heard.push(one);
    const index = this.waiting.findIndex(({ fits }) => fits(one));
    if (index < 0) return;
    this.read = this.heard.length;
    this.waiting.splice(index, 1)[0]?.tell(one);
  }
}
