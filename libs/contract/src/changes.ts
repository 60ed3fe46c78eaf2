import { IsISO8601, Matches } from 'class-validator';
import type { AttendanceState } from './cohorts';
import type { CertificateView } from './progress';
import type { Day, Instant, LocalText } from './text';

/** PUT /api/cohorts/:cohortId/progress/changes/mark: taken note of up to the `until` that was shown. A mark never goes back. */
export class MarkSeen {
  @Matches(/^\d{4}-\d{2}-\d{2}T.*Z$/) @IsISO8601({ strict: true }) until!: Instant;
}
type Whose = { membershipId: string; name: string; seat: number };
/** One fact that is another one now. Facts only: no text, no reading, no sign-in. */
export type ChangeView = Whose &
  (
    | { kind: 'joined' }
    | { kind: 'attendance'; day: Day; before: AttendanceState | null; after: AttendanceState | null }
    | { kind: 'module'; title: LocalText }
    | { kind: 'circle'; held: number }
    | { kind: 'pause'; until: Day | null }
    | { kind: 'certificate'; before: CertificateView['state']; after: CertificateView['state'] }
  );
/** GET /api/cohorts/:cohortId/progress/changes: what changed since one last took note, in seat order. */
export interface ChangesView {
  /** Null: one has never taken note. */
  since: Instant | null;
  until: Instant;
  changes: ChangeView[];
}
