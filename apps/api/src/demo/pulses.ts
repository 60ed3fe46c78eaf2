import type { PulseAnswer } from '@opiring/contract/pulse.values';
import type { Actor } from './actor';
import type { Backdate } from './backdate';
import { type Intake, need } from './intake';

const SAID: Record<string, PulseAnswer> = { t: 'fully', e: 'mostly', v: 'little', x: 'not' };
/** After each meeting one letter for each who was there; the letters are mixed, as the answers are. */
const AFTER = ['evetveevxv', 'etveeteet', 'teeteteve'];

/** The nameless answers after the meetings held so far. */
export async function givePulses(
  { meetings }: Intake,
  leaders: string[],
  actors: Map<string, Actor>,
  backdate: Backdate,
): Promise<void> {
  for (const [place, letters] of AFTER.entries()) {
    const meeting = meetings[place] ?? '';
    await backdate.justOver(meeting, async () => {
      for (const [index, letter] of [...letters].entries())
        await need(actors, leaders[index] ?? '').does('POST', `/meetings/${meeting}/pulse`, {
          answer: SAID[letter],
        });
    });
  }
}
