import type {
  AttentionCardView,
  AttentionRules,
  AttentionRulesView,
  AttentionView,
  CallReason,
} from '@opiring/contract/attention';
import type { Day } from '@opiring/contract/text';
import type { CallRow, RulesRow } from './attention.queries';
import { type CallFacts, occasionsFor, RULES_AT_FIRST } from './attention';
import { factAt } from './matrix.queries';

/** A card with the occasion it is up to, which stays with the server. */
export interface StandingCard extends AttentionCardView {
  readonly at: number;
}

export const rulesView = (row: RulesRow | null): AttentionRulesView => ({
  ...(row?.rules ?? RULES_AT_FIRST),
  revision: row?.revision ?? 0,
  changedAt: row && new Date(row.changedAt).toISOString(),
  changedBy: row?.changedBy ?? null,
});

/** Every reason that stands, set aside or not, in seat order. Nobody is called about what is over. */
export function cardsIn(row: CallRow, today: Day, dayOf: (instant: number) => Day): StandingCard[] {
  if (today > row.endsOn) return [];
  const rules: AttentionRules = row.rules?.rules ?? RULES_AT_FIRST;
  const occasions = occasionsFor(rules, today, dayOf);
  return row.members.flatMap(([membershipId, name, seat, municipality]) =>
    occasions(factsOf(row, membershipId)).map((card) => ({
      membershipId,
      name,
      seat,
      municipality,
      ...card,
    })),
  );
}

/** Those not set aside: an occasion later than the one set aside is a new one. */
export function open(
  cards: readonly StandingCard[],
  { setAside }: Pick<CallRow, 'setAside'>,
): StandingCard[] {
  const upTo = new Map<string, number>();
  const keyOf = (of: { membershipId: string; reason: CallReason }): string =>
    `${of.membershipId} ${of.reason}`;
  for (const each of setAside)
    upTo.set(keyOf(each), Math.max(each.occasion, upTo.get(keyOf(each)) ?? -Infinity));
  return cards.filter((card) => card.at > (upTo.get(keyOf(card)) ?? -Infinity));
}

/** The program leader's list. */
export function attentionView(row: CallRow, cards: readonly StandingCard[]): AttentionView {
  const members = new Map(row.members.map((member) => [member[0], member]));
  const setAside = row.setAside.flatMap(({ occasion: _, ...each }) => {
    const [, name, seat, municipality] = members.get(each.membershipId) ?? [];
    if (name === undefined || seat === undefined || municipality === undefined) return [];
    return [{ ...each, name, seat, municipality, at: new Date(each.at).toISOString() }];
  });
  return {
    rules: rulesView(row.rules),
    cards: open(cards, row).map(({ at: _, ...card }) => card),
    setAside: setAside.toSorted((one, other) => one.seat - other.seat),
  };
}

function factsOf({ held, attendance, waiting, asked, pauses }: CallRow, membershipId: string): CallFacts {
  const letters = attendance?.[membershipId] ?? '';
  return {
    meetings: Array.from(letters, (_, place) => {
      const code = factAt(letters, place);
      return { at: held[code >> 1] ?? 0, missed: (code & 1) === 1 };
    }),
    waiting: waiting?.[membershipId] ?? [],
    askedAt: asked?.[membershipId]?.at ?? null,
    pausedUntil: pauses?.[membershipId] ?? null,
  };
}
