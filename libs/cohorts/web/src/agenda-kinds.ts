import type { AgendaKind } from '@opiring/contract/meetings';

export type { AgendaKind };
/** In the order the list offers them; a kind that is missing here does not compile. */
const offered: Record<AgendaKind, true> = {
  circle: true,
  talk: true,
  exercise: true,
  pairs: true,
  guest: true,
  break: true,
};
export const AGENDA_KINDS = Object.keys(offered) as AgendaKind[];
