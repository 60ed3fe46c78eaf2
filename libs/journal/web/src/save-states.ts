import type { EntryView } from '@opiring/contract/journal';

export type Why = 'offline' | 'signed-out' | 'trouble' | 'gone' | 'refused';

/** What the page may truthfully say of the text. */
export type SaveState =
  | { is: 'untouched' }
  | { is: 'saving' }
  /** The server has it. */
  | { is: 'saved'; at: string }
  /** Only this device has it. */
  | { is: 'device'; why: Why }
  /** Neither has it: the browser refuses storage and the server could not be reached. */
  | { is: 'nowhere' }
  /** The server has another text than the one mine was written upon. */
  | { is: 'conflict'; theirs: EntryView };

/** Why a save failed; `current` comes with 412. */
export interface Trouble {
  status: number;
  current?: EntryView | undefined;
}

export function whyOf(status: number): Why {
  if (status === 0) return 'offline';
  if (status === 401) return 'signed-out';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 || status < 0 ? 'trouble' : 'refused';
}
