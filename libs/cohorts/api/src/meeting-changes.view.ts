import type { MeetingChangesView, MeetingChangeView, MeetingThen } from '@opiring/contract/meetings';
import { differences, type MeetingSnapshot } from './meeting-day';

export interface ChangeRow {
  id: string;
  changedBy: string | null;
  changedAt: Date;
  reason: string;
  before: MeetingSnapshot;
  after: MeetingSnapshot;
}

/** The log as its reader may have it: an agenda nobody has published is its drafter's matter. */
export function changesView(rows: ChangeRow[], perPage: number, plans: boolean): MeetingChangesView {
  const page = rows.slice(0, perPage);
  const next = rows.length > page.length ? page.at(-1)?.id : undefined;
  const changes = page.map((row) => changeView(row, plans)).filter(({ what }) => what.length > 0);
  return { changes, ...(next && { next }) };
}

function changeView({ before, after, ...row }: ChangeRow, plans: boolean): MeetingChangeView {
  const hidden = plans ? [] : ['agendaHidden', ...(after.agendaPublished ? [] : ['agenda'])];
  return {
    ...row,
    changedAt: row.changedAt.toISOString(),
    what: differences(before, after).filter((kind) => !hidden.includes(kind)),
    before: thenOf(before),
    after: thenOf(after),
  };
}

const thenOf = ({ title, place, startsAt, endsAt }: MeetingSnapshot): MeetingThen => ({
  title,
  place,
  startsAt,
  endsAt,
});
