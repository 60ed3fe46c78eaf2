import { BadInput, DomainError } from '@opiring/platform/api';

/** Only what has taken place can be told. */
export class NotYetHeld extends BadInput {
  constructor() {
    super({ heldOn: ['must not be after today'] }, 'not-yet-held');
  }
}

/** A practicum is held by two. */
export class NoPartner extends DomainError {
  constructor() {
    super('no-partner', 409, 'You have no learning partner yet.');
  }
}

/** The practicum is there already: what is changed must be named. */
export class PracticumRevisionNeeded extends DomainError {
  constructor() {
    super('revision-needed', 428, 'Say with If-Match which revision you changed.');
  }
}

/** A nameless answer cannot be found again, and so cannot be changed. */
export class PulseAnswered extends DomainError {
  constructor() {
    super('pulse-answered', 409, 'You have answered this one already.');
  }
}

/** Answers are taken from the meeting's end for a week. */
export class PulseClosed extends DomainError {
  constructor() {
    super('pulse-closed', 409, 'The time for answering is not now.');
  }
}

/** What opened by the word was used by then. */
export class PracticumHeld extends DomainError {
  constructor() {
    super('practicum-held', 409, 'The practicum is held; the word stays.');
  }
}
