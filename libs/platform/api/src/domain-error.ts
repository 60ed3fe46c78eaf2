/** A fact about the domain that stops a request: a code for machines, a status, a sentence for people. */
export class DomainError extends Error {
  /** Why, as data: for a screen to say in the reader's own words. */
  reasons?: readonly object[];
  /** What the answer says in its head, beside the problem. */
  readonly headers: Readonly<Record<string, string>> = {};

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    /** Messages by field path, where the body or query was at fault. */
    readonly fields?: Record<string, string[]>,
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** What does not exist and what the reader may not see are the same. */
export class NotFound extends DomainError {
  constructor() {
    super('not-found', 404, 'There is nothing here for you.');
  }
}

/** The reader sees the thing but may not do this with it. */
export class NotAllowed extends DomainError {
  constructor(detail = 'You may not do this.') {
    super('not-allowed', 403, detail);
  }
}

export class NotSignedIn extends DomainError {
  constructor() {
    super('not-signed-in', 401, 'Sign in first.');
  }
}

/** No token, or one that is unknown, expired, revoked, or whose maker has left: all the same. */
export class TokenRefused extends DomainError {
  override readonly headers = { 'www-authenticate': 'Bearer realm="opiring"' };

  constructor() {
    super('token-refused', 401, 'This needs a token that stands, as Authorization: Bearer.');
  }
}

/** Somebody saved meanwhile: `current` is the thing as it stands now, so that the author can choose. */
export class Stale extends DomainError {
  constructor(readonly current: unknown) {
    super('stale', 412, 'This was changed meanwhile. Nothing was overwritten.');
  }
}

/** Input that the classes of the contract cannot judge. */
export class BadInput extends DomainError {
  constructor(fields: Record<string, string[]>, code = 'bad-input') {
    super(code, 400, 'Some of what was sent cannot be taken.', fields);
  }
}
