import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type OpenTx, Pile, type PileOf, PlatformOptions, Work } from '@opiring/platform/api';
import { CARRYING, FAILED, FORGET, TAKE, TAKING, type Taken, TOLD } from './carrier.queries';
import { Outward } from './outward';
import { Seals } from './seals';
import { statementOf } from './statement';
import { webhookOf } from './webhook';

const HANDS = 4;
/** Milliseconds within which statements are tried one by one; well within the lease. */
const ONE_BY_ONE = 30_000;
const HOUR = 3_600_000;

const accepted = (status: number): boolean => status >= 200 && status < 300;
/** It is not what was sent that is at fault. */
const away = (status: number | null): boolean =>
  status === null || status >= 500 || [401, 403, 408, 429].includes(status);

/** Tells other systems what happened: each fact at least once, normally once, always by the same name. */
@Injectable()
export class Carrier implements OnModuleDestroy, PileOf<Taken[]> {
  readonly name = 'OtherSystems';
  private readonly log = new Logger(this.name);
  private readonly pile: Pile<Taken[]>;
  private readonly forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: Work,
    private readonly outward: Outward,
    private readonly seals: Seals,
    private readonly options: PlatformOptions,
  ) {
    this.pile = new Pile(work, this, HANDS);
    if (!options.carries) return;
    this.pile.start();
    this.forgetting = setInterval(() => void this.forget().catch(() => undefined), HOUR);
    this.forgetting.unref();
  }

  deliver(): Promise<void> {
    return this.pile.deliver();
  }

  onModuleDestroy(): Promise<void> {
    clearInterval(this.forgetting);
    return this.pile.close();
  }

  async take(tx: OpenTx): Promise<Taken[] | undefined> {
    await tx.manager.query(TAKING);
    const taken = await tx.manager.query<Taken[]>(TAKE);
    return taken.length > 0 ? taken : undefined;
  }

  async carry(taken: Taken[]): Promise<boolean> {
    const status = await this.sent(taken);
    if (taken.length > 1 && status !== null && !accepted(status) && !away(status)) await this.oneByOne(taken);
    else await this.settle(taken, status);
    return true;
  }

  /** How it went goes after a month. */
  forget(): Promise<void> {
    return this.query(FORGET, []);
  }

  /** One statement that is refused does not hold up the others. */
  private async oneByOne(taken: Taken[]): Promise<void> {
    const until = Date.now() + ONE_BY_ONE;
    for (const one of taken) {
      if (Date.now() > until) return;
      await this.settle([one], await this.sent([one]));
    }
  }

  /** The status answered with, or null. What went wrong is said without a word of what was sent. */
  private async sent(taken: Taken[]): Promise<number | null> {
    const [first] = taken;
    if (!first) return null;
    try {
      const status = await (first.kind === 'lrs' ? this.toStore(first, taken) : this.toWebhook(first));
      // A statement that is there already was told.
      return status === 409 && first.kind === 'lrs' && taken.length === 1 ? 200 : status;
    } catch (error) {
      const { code } = error as { code?: string };
      this.log.warn(`Another system could not be told: ${first.receiverId} ${code ?? 'unknown'}`);
      return null;
    }
  }

  private async toWebhook(one: Taken): Promise<number> {
    const sealed = [one.secret, ...(one.former ? [one.former] : [])];
    const secrets = await Promise.all(sealed.map((each) => this.seals.open(each, one.cohortId)));
    return this.outward.send({ method: 'POST', url: one.url, ...webhookOf(one, secrets, new Date()) });
  }

  /** A ping asks for one statement: the store answers to whoever may write to it. */
  private async toStore(first: Taken, taken: Taken[]): Promise<number> {
    const headers = {
      authorization: `Basic ${Buffer.from(await this.seals.open(first.secret, first.cohortId)).toString('base64')}`,
      'x-experience-api-version': first.version ?? '',
    };
    const url = `${first.url.replace(/\/$/, '')}/statements`;
    const facts = taken.filter(({ topic }) => topic !== 'ping');
    if (facts.length === 0) return this.outward.send({ method: 'GET', url: `${url}?limit=1`, headers });
    const body = JSON.stringify(facts.map((one) => statementOf(one, this.options.publicUrl)));
    return this.outward.send({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
  }

  private settle(taken: readonly Taken[], status: number | null): Promise<void> {
    const which = [taken.map(({ id }) => id), taken.map(({ attempts }) => attempts), status];
    if (status !== null && accepted(status)) return this.query(TOLD, which);
    return this.query(FAILED, [...which, away(status), status === 410, this.options.mail !== undefined]);
  }

  private query(sql: string, values: unknown[]): Promise<void> {
    return this.work.open(async (tx) => {
      await tx.manager.query(CARRYING);
      await tx.manager.query(sql, values);
    });
  }
}
