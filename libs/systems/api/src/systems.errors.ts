import { BadInput, DomainError } from '@opiring/platform/api';

export class AddressRefused extends BadInput {
  constructor() {
    super(
      { url: ['must be an https address outside this network, without a name or password in it'] },
      'address-refused',
    );
  }
}
export class ScopeMissing extends DomainError {
  constructor(scope: string) {
    super('scope-missing', 403, `This token was not made for: ${scope}.`);
  }
}
export class TooManyRequests extends DomainError {
  override readonly headers = { 'retry-after': '60' };

  constructor() {
    super('too-many-requests', 429, 'This token asks too often. Wait a minute.');
  }
}
