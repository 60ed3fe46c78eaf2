import { BadInput, DomainError } from '@opiring/platform/api';

export class AlreadyMember extends DomainError {
  constructor() {
    super('already-member', 409, 'This person has this role in the cohort already.');
  }
}
export class SeatTaken extends DomainError {
  constructor() {
    super('seat-taken', 409, 'Somebody sits on this seat.');
  }
}
export class SeatForParticipantsOnly extends BadInput {
  constructor() {
    super({ seat: ['is for participants only'] });
  }
}
export class AlreadyPaired extends DomainError {
  constructor() {
    super('already-paired', 409, 'One of the two has a learning partner.');
  }
}
export class OneCannotPairAlone extends BadInput {
  constructor() {
    super({ secondId: ['must be somebody else'] });
  }
}
export class DaysReversed extends BadInput {
  constructor(field: string) {
    super({ [field]: ['must not be before the first day'] });
  }
}
export class MeetingEndsBeforeItStarts extends BadInput {
  constructor() {
    super({ endsAt: ['must be after the beginning'] });
  }
}
export class MeetingOver extends DomainError {
  constructor() {
    super('meeting-over', 409, 'This meeting is over or will not take place.');
  }
}
export class MeetingCancelled extends DomainError {
  constructor() {
    super('meeting-cancelled', 409, 'This meeting did not take place.');
  }
}
export class OwnMembership extends DomainError {
  constructor() {
    super('own-membership', 409, 'One does not end one’s own membership.');
  }
}
