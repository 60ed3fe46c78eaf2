import { BadInput, DomainError } from '@opiring/platform/api';

export class AlreadyAgreed extends DomainError {
  constructor() {
    super('already-agreed', 409, 'This is agreed with one of them already. Put that right, or end it first.');
  }
}
export class NoPartner extends DomainError {
  constructor() {
    super('no-partner', 409, 'This leader has no learning partner.');
  }
}
export class ExceptionEnded extends DomainError {
  constructor() {
    super('exception-ended', 409, 'This has ended.');
  }
}
export class OneThingNeeded extends BadInput {
  constructor() {
    super({ activityId: ['one activity, or to open it one module, must be named'] });
  }
}
export class DayNeeded extends BadInput {
  constructor() {
    super({ opensOn: ['opening, and only opening, names a day'] });
  }
}
export class NothingToOpen extends BadInput {
  constructor() {
    super({ opensOn: ['is for what opens'] });
  }
}
