import { LOGO_SIDE } from '@opiring/contract/logos.values';
import { DomainError } from '@opiring/platform/api';

export class LogoExtent extends DomainError {
  constructor() {
    super('logo-extent', 415, `A logo is ${LOGO_SIDE.least} to ${LOGO_SIDE.most} points wide and high.`);
  }
}
export class LogoMoves extends DomainError {
  constructor() {
    super('logo-moves', 415, 'A logo stands still.');
  }
}
