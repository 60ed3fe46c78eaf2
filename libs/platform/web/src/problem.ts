import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemView } from '@opiring/contract/problem';

/** What went wrong, as the API says it (RFC 9457). Status 0 and code `offline` where no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Messages by field path. */
  readonly fields: Readonly<Record<string, string[]>>;
  /** With 412: the thing as it stands now. */
  readonly current: unknown;
  /** Why, as data. */
  readonly reasons: readonly object[];
  readonly requestId: string;

  constructor(view: Partial<ProblemView> & { status: number; code: string }) {
    super(view.detail ?? view.title ?? view.code);
    this.name = 'Problem';
    this.status = view.status;
    this.code = view.code;
    this.detail = view.detail ?? '';
    this.fields = view.fields ?? {};
    this.current = view.current;
    this.reasons = view.reasons ?? [];
    this.requestId = view.requestId ?? '';
  }

  /** Any failure as a Problem; `httpResource().error()` gives one already. */
  static of(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof HttpErrorResponse) {
      if (error.status === 0) return new Problem({ status: 0, code: 'offline' });
      const body: unknown = error.error;
      const said = body && typeof body === 'object' ? (body as Partial<ProblemView>) : {};
      return new Problem({ ...said, status: error.status, code: said.code ?? 'unknown' });
    }
    return new Problem({ status: -1, code: 'unknown', detail: error instanceof Error ? error.message : '' });
  }
}
