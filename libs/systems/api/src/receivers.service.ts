import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AddWebhook,
  DeliveriesView,
  MadeReceiver,
  ReceiverView,
  SetRecordStore,
  StoppedView,
} from '@opiring/contract/systems';
import { type Caller, type Idempotency, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { leaderIn } from './leader';
import { Outward } from './outward';
import {
  ADD_RECEIVER,
  CHANGE_STORE,
  DELIVERIES,
  type DeliveryRow,
  PING,
  RECEIVER_BY_ID,
  type ReceiverRow,
  RECEIVERS_IN,
  REMOVE_RECEIVER,
  RESUME,
  ROTATE,
  STOPPED_IN,
} from './receivers.queries';
import { Seals } from './seals';
import { canManageSystems } from './systems.policy';

const PAGE = 50;
/** As Standard Webhooks writes a secret. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Who else is told: added, replaced, tried, resumed, removed. */
@Injectable()
export class ReceiversService {
  constructor(
    private readonly work: Work,
    private readonly seals: Seals,
    private readonly outward: Outward,
  ) {}

  async addWebhook(
    caller: Caller,
    cohortId: string,
    { name, url, topics }: AddWebhook,
    once: Idempotency | undefined,
  ): Promise<MadeReceiver> {
    const secret = newSecret();
    const sealed = await this.seals.seal(secret, cohortId);
    let made: string | undefined;
    const receiver = await this.work.once(
      caller,
      once,
      async (tx) => {
        const leader = leaderIn(tx, cohortId);
        this.outward.assertAllowed(url);
        made = await add(tx, [cohortId, 'webhook', name.trim(), url, topics, null, sealed, leader.id]);
        return made;
      },
      async (tx, id) => receiverView(await this.find(tx, id)),
    );
    return { receiver, secret: receiver.id === made ? secret : null };
  }

  /** Another address is another store: what was told to the one before is not voided there. */
  async setStore(caller: Caller, cohortId: string, sent: SetRecordStore): Promise<ReceiverView> {
    const { url, topics, version } = sent;
    const sealed = await this.seals.seal(`${sent.key}:${sent.secret}`, cohortId);
    return this.work.write(caller, async (tx) => {
      const leader = leaderIn(tx, cohortId);
      this.outward.assertAllowed(url);
      const rows = await tx.manager.query<ReceiverRow[]>(RECEIVERS_IN, [cohortId]);
      const there = rows.find(({ kind }) => kind === 'lrs');
      if (there?.url === url) {
        await tx.manager.query(CHANGE_STORE, [there.id, topics, version, sealed]);
        return receiverView(await this.find(tx, there.id));
      }
      if (there) await tx.manager.query(REMOVE_RECEIVER, [there.id]);
      const name = new URL(url).hostname.slice(0, 100);
      const id = await add(tx, [cohortId, 'lrs', name, url, topics, version, sealed, leader.id]);
      return receiverView(await this.find(tx, id));
    });
  }

  remove(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      await this.find(tx, id);
      await tx.manager.query(REMOVE_RECEIVER, [id]);
    });
  }

  async rotate(caller: Caller, id: string): Promise<MadeReceiver> {
    const secret = newSecret();
    const receiver = await this.work.write(caller, async (tx) => {
      const { cohortId, kind } = await this.find(tx, id);
      if (kind !== 'webhook') throw new NotAllowed('A record store gives its own secret.');
      await tx.manager.query(ROTATE, [id, await this.seals.seal(secret, cohortId)]);
      return receiverView(await this.find(tx, id));
    });
    return { receiver, secret };
  }

  /** Something to try the connection with; how it went stands among the deliveries. */
  ping(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const { cohortId } = await this.find(tx, id);
      await tx.manager.query(PING, [id, cohortId, `ping:${randomUUID()}`, tx.now]);
    });
  }

  resume(caller: Caller, id: string): Promise<ReceiverView> {
    return this.work.write(caller, async (tx) => {
      await this.find(tx, id);
      await tx.manager.query(RESUME, [id]);
      return receiverView(await this.find(tx, id));
    });
  }

  deliveries(caller: Caller, id: string, after: string | undefined): Promise<DeliveriesView> {
    return this.work.read(caller, async (tx) => {
      await this.find(tx, id);
      const rows = await tx.manager.query<DeliveryRow[]>(DELIVERIES, [id, after ?? null, PAGE + 1]);
      const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
      return { deliveries: rows.slice(0, PAGE).map(deliveryView), ...(last && { next: last.id }) };
    });
  }

  async listed(tx: Tx, cohortId: string): Promise<ReceiverView[]> {
    const rows = await tx.manager.query<ReceiverRow[]>(RECEIVERS_IN, [cohortId]);
    return rows.map(receiverView);
  }

  async stopped(tx: Tx, cohortId: string): Promise<StoppedView['stopped']> {
    const rows = await tx.manager.query<{ name: string; since: Date }[]>(STOPPED_IN, [cohortId]);
    return rows.map(({ name, since }) => ({ name, since: since.toISOString() }));
  }

  private async find(tx: Tx, id: string): Promise<ReceiverRow> {
    const [row] = await tx.manager.query<ReceiverRow[]>(RECEIVER_BY_ID, [id]);
    if (!row || !canManageSystems(tx.viewer.inCohort(row.cohortId))) throw new NotFound();
    return row;
  }
}

async function add(tx: Tx, values: unknown[]): Promise<string> {
  const [row] = await tx.manager.query<{ id: string }[]>(ADD_RECEIVER, values);
  return row?.id ?? '';
}

const receiverView = ({ cohortId: _, ...row }: ReceiverRow): ReceiverView => ({
  ...row,
  madeAt: row.madeAt.toISOString(),
  failingSince: row.failingSince?.toISOString() ?? null,
  lastToldAt: row.lastToldAt?.toISOString() ?? null,
  formerUntil: row.formerUntil?.toISOString() ?? null,
});

const deliveryView = ({ madeAt, settledAt, ...row }: DeliveryRow) => ({
  ...row,
  madeAt: madeAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});
