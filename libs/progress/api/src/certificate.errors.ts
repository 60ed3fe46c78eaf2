import { DomainError } from '@opiring/platform/api';

/** Facts alone give a paper: while the way goes on and its conditions are not met, there is none to give. */
export class NotYetDue extends DomainError {
  constructor() {
    super('not-yet-due', 409, 'The facts do not give this person a certificate or a statement yet.');
  }
}
export class AlreadyIssued extends DomainError {
  constructor() {
    super('already-issued', 409, 'This person holds it already. To replace it, issue it anew with a reason.');
  }
}
export class NotStanding extends DomainError {
  constructor() {
    super('not-standing', 409, 'This version was replaced or revoked already.');
  }
}
