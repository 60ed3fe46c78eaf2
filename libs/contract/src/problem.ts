/** RFC 9457 problem details, as every error of the API is answered. */
export interface ProblemView {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  /** Messages by field path, where the body or query was at fault. */
  fields?: Record<string, string[]>;
  /** With 412: the thing as it stands now. */
  current?: unknown;
  /** Why, as data: for a screen to say in the reader's own words. */
  reasons?: readonly object[];
  requestId: string;
}
