import type { CircleChangeView } from '@opiring/contract/circles';
import type { CircleFacts } from './circle.entity';

export interface CircleChangeRow {
  id: string;
  changedBy: string | null;
  changedAt: Date;
  before: CircleFacts;
  /** Of a withdrawal it holds none of these; a circle that was withdrawn shows no log. */
  after: Partial<CircleFacts>;
}

const FIELDS = ['heldOn', 'place', 'topic', 'people', 'missingVoices'] as const;

export const circleChangeView = ({ before, after, ...row }: CircleChangeRow): CircleChangeView => ({
  ...row,
  changedAt: row.changedAt.toISOString(),
  what: FIELDS.flatMap((field) => {
    const now = after[field];
    return now === undefined || now === before[field] ? [] : [{ field, before: before[field], after: now }];
  }),
});
