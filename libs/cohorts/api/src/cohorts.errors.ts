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
export class ReasonNeeded extends BadInput {
  constructor() {
    super({ reason: ['must say why'] });
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
export class CheckInClosed extends DomainError {
  constructor() {
    super(
      'check-in-closed',
      409,
      'Nobody is taking names now. Whoever leads the meeting can open the check-in or record you.',
    );
  }
}
export class CheckInOtherDay extends DomainError {
  constructor() {
    super('check-in-other-day', 409, 'One checks in on the meeting’s own day.');
  }
}
export class WrongCode extends DomainError {
  constructor() {
    super('wrong-code', 409, 'This is not the code that is shown in the room.');
  }
}
export class CodeReplaced extends DomainError {
  constructor() {
    super('code-replaced', 409, 'This code has been followed by another. Look at the screen once more.');
  }
}
export class PauseEnded extends DomainError {
  constructor() {
    super('pause-ended', 409, 'This pause has ended.');
  }
}
export class NoPartner extends DomainError {
  constructor() {
    super('no-partner', 409, 'This leader has no learning partner.');
  }
}
