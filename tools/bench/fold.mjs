// The bare server's own reading of facts: from what was done to how somebody stands.

/** A published edition laid flat, once: it never changes. */
export function flatten(id, { modules }) {
  const activities = modules.flatMap((module, at) =>
    module.activities.map((activity) => ({ ...activity, at, from: activity.opensOn ?? module.startsOn })),
  );
  return { id, modules, activities, ids: activities.map((activity) => activity.id) };
}

export const attended = (state) => state === 'present' || state === 'online' || state === 'part';

/** What is the same for everybody on this day. */
export function dayOf(edition, { today, meetings }) {
  const ordinals = new Map(meetings.map(({ id }, at) => [id, at]));
  return edition.activities.map(({ kind, required, from, meetingId, at }) => {
    const meeting = ordinals.get(meetingId) ?? -1;
    const cancelled = meetings[meeting]?.state === 'cancelled';
    return { kind, required, open: from === null || from <= today, meeting, cancelled, at };
  });
}

const stateOf = (done, open, paused, begun) => {
  if (done) return 'done';
  if (!open) return 'closed';
  if (paused) return 'paused';
  return begun ? 'begun' : 'ahead';
};

function deedDone({ kind, meeting }, { attendance, confirmed, circles }) {
  if (kind === 'attend') return attended(attendance[meeting]);
  if (kind === 'practicum') return confirmed >= 2;
  return kind === 'circle' && circles > 0;
}

/** `marks[n]` is 0 for untouched, 1 for begun, 2 for done; states by activity. */
export function activityStates(day, member) {
  const states = new Array(day.length);
  for (let at = 0; at < day.length; at++) {
    const mark = member.marks[at] ?? 0;
    states[at] = stateOf(mark === 2 || deedDone(day[at], member), day[at].open, member.paused, mark === 1);
  }
  return states;
}

/** A module is done when all that is required in it is (or everything, where nothing is). */
export function moduleStates(edition, day, member, states, today) {
  return edition.modules.map(({ startsOn }, at) => {
    const counted = day.map((activity, n) => ({ ...activity, n })).filter((activity) => activity.at === at);
    const isDone = ({ n }) => states[n] === 'done';
    const left = counted.filter((activity) => isDone(activity) || !activity.cancelled);
    const required = left.filter((activity) => activity.required);
    const asked = required.length > 0 ? required : left;
    const touched = left.some((activity) => isDone(activity) || member.marks[activity.n] === 1);
    const done = asked.length > 0 && asked.every(isDone);
    return stateOf(done, startsOn === null || startsOn <= today, member.paused, touched);
  });
}

export function certificate(
  { today, endsOn, meetings, rule },
  { attendance, confirmed, heldOn, circles, lastOn },
) {
  let [came, held, total] = [0, 0, 0];
  meetings.forEach(({ state }, at) => {
    if (state === 'cancelled') return;
    total++;
    if (state === 'held') held++;
    if (attended(attendance[at])) came++;
  });
  const needed = Math.ceil(rule.attendanceShare * total - 1e-9);
  const circlesAsked = rule.communityCircle ? (rule.circles ?? 1) : 0;
  const met = {
    attendance: total > 0 && came >= needed,
    practicum: !rule.practicum || confirmed >= 2,
    circle: circles >= circlesAsked,
  };
  const over = today > endsOn || (total > 0 && held === total);
  const all = met.attendance && met.practicum && met.circle;
  return {
    state: all ? 'certificate' : over ? 'statement' : 'open',
    reasons: {
      attendance: { attended: came, held, total, needed, met: met.attendance },
      practicum: { confirmed, heldOn, met: met.practicum, asked: rule.practicum },
      circle: { held: circles, lastOn, met: met.circle, needed: circlesAsked },
      activities: null,
    },
  };
}

const WEEK = 604_800_000;

export function weekOf({ today, startsOn, endsOn }) {
  if (today < startsOn) return 0;
  return Math.floor((Date.parse(today > endsOn ? endsOn : today) - Date.parse(startsOn)) / WEEK) + 1;
}
