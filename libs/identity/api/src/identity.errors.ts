import { BadInput, DomainError } from '@opiring/platform/api';

/** The same for an unknown address and a wrong password. */
export class SignInRefused extends DomainError {
  constructor() {
    super('sign-in-refused', 401, 'The address or the password is not right.');
  }
}
export class TooManyAttempts extends DomainError {
  constructor() {
    super('too-many-attempts', 429, 'Too many attempts. Wait a quarter of an hour.');
  }
}
export class LinkSpent extends DomainError {
  constructor() {
    super('link-spent', 410, 'This link was used or is too old. Ask for a new one.');
  }
}
export class CurrentPasswordWrong extends BadInput {
  constructor() {
    super({ current: ['is not the present password'] }, 'current-password-wrong');
  }
}
