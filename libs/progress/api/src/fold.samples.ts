import type { ActivityKind } from '@opiring/contract/curriculum';
import type { FoldActivity, FoldDay, FoldModule, MemberFacts } from './facts';

/** Small worlds for the fold's specs; all of them look out on this day. */
export const TODAY = '2026-11-23';

export const activity = (id: string, more: Partial<FoldActivity> = {}): FoldActivity => ({
  id,
  kind: 'read' as ActivityKind,
  required: true,
  opensOn: null,
  meetingId: null,
  ...more,
});

export const aModule = (activities: FoldActivity[], startsOn: string | null = '2026-10-01'): FoldModule => ({
  id: 'module',
  startsOn,
  activities,
});

export const aDay = (more: Partial<FoldDay> = {}): FoldDay => ({
  today: TODAY,
  endsOn: '2027-01-31',
  modules: [],
  meetings: [],
  rule: { attendanceShare: 0.8, practicum: true, communityCircle: true },
  ...more,
});

export const facts = (more: Partial<MemberFacts> = {}): MemberFacts => ({
  marks: [],
  retiredDone: [],
  attendance: [],
  practicum: { confirmed: 0, heldOn: null },
  circles: { held: 0, lastOn: null },
  paused: false,
  planRead: false,
  ...more,
});
