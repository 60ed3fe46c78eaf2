import type { Actor } from './actor';
import type { Calendar } from './calendar';
import type { Intake } from './intake';
import { need } from './intake';
import { recordAttendance } from './lives';
import { EARLIER_ATTENDANCE, EARLIER_CIRCLES, EARLIER_LEADERS, EARLIER_PAIRS } from './people';

/** What the first intake had done when it ended. */
export async function liveEarlier(
  intake: Intake,
  calendar: Calendar,
  actors: Map<string, Actor>,
): Promise<void> {
  const keys = EARLIER_LEADERS.map(({ key }) => key);
  const actor = (index: number): Actor => need(actors, keys[index] ?? '');
  await recordAttendance(need(actors, 'maarja'), intake, keys, (_, index) => EARLIER_ATTENDANCE[index] ?? '');
  for (const key of keys) {
    for (const activity of ['meet-partner', 'plan-practicum']) {
      await need(actors, key).does('PUT', `/activities/${need(intake.activities, activity)}/done`, {});
    }
  }
  for (const [first, second] of EARLIER_PAIRS) {
    const body = { heldOn: calendar.day('2023-11-20'), topic: 'Praktikum õpipartneriga' };
    const { practicum } = await actor(first).does<{ practicum: { id: string } }>(
      'PUT',
      `/cohorts/${intake.cohortId}/practicum`,
      body,
    );
    await actor(second).does('PUT', `/practicums/${practicum.id}/confirmation`, {});
  }
  for (const [index, heldOn, topic, place, people] of EARLIER_CIRCLES) {
    await actor(index).does('POST', `/cohorts/${intake.cohortId}/circles`, {
      heldOn: calendar.day(heldOn),
      place,
      topic,
      people,
    });
  }
}

/** Its way is over: the program leader says how many hours it was, and gives everybody their paper. */
export async function issueEarlier({ cohortId }: Intake, actors: Map<string, Actor>): Promise<void> {
  const maarja = need(actors, 'maarja');
  const rule = {
    attendanceShare: 0.8,
    meetings: null,
    practicum: true,
    circles: 1,
    requiredActivities: false,
  };
  const hours = { meetings: 35, own: 15 };
  await maarja.does('PUT', `/cohorts/${cohortId}/completion`, { ...rule, hours }, 0);
  await maarja.does('POST', `/cohorts/${cohortId}/certificates`, {});
}
