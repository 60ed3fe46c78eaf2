import { Webhook } from 'standardwebhooks';
import type { Taken } from './carrier.queries';
import { factName } from './fact-name';

/** What a topic's events are about. */
const ABOUT: Record<string, string> = {
  meetings: 'meetingId',
  attendance: 'meetingId',
  activities: 'activityId',
  practicum: 'practicumId',
  circles: 'circleId',
  certificates: 'certificateId',
};

/**
 * A Standard Webhooks message: that something happened, of what kind, to what, when. How it stands now is asked of the API, for
 * messages may overtake each other.
 */
export function webhookOf(
  { namespace, fact, topic, type, cohortId, subjectId, membershipId, happenedAt }: Taken,
  secrets: readonly string[],
  now: Date,
): { headers: Record<string, string>; body: string } {
  const about = ABOUT[topic];
  const body = JSON.stringify({
    type,
    timestamp: happenedAt.toISOString(),
    data: {
      cohortId,
      ...(about && subjectId && { [about]: subjectId }),
      ...(membershipId && { membershipId }),
    },
  });
  const id = factName(namespace, fact);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Opiring-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      // While a secret is replaced, both sign: who has the old one still knows us.
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
    },
  };
}
