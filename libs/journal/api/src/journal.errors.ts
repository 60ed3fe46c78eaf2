import { BadInput, DomainError } from '@opiring/platform/api';

export class NotADocument extends BadInput {
  constructor(why: string) {
    super({ body: [why] }, 'not-a-document');
  }
}
export class DocumentTooLarge extends BadInput {
  constructor() {
    super({ body: ['is longer than a text here may be'] }, 'document-too-large');
  }
}
export class ExpiresInThePast extends BadInput {
  constructor(field: 'expiresAt' | 'until' = 'expiresAt') {
    super({ [field]: ['must lie ahead'] });
  }
}
export class TwoEnds extends BadInput {
  constructor() {
    super({ until: ['cannot stand beside expiresAt'] });
  }
}
/** A learning partner writes no notes. */
export class NoMentorToOffer extends BadInput {
  constructor() {
    super({ offer: ['needs an audience that holds the mentor'] }, 'no-mentor-to-offer');
  }
}
export class NobodyToShareWith extends DomainError {
  constructor() {
    super('nobody-to-share-with', 409, 'There is nobody yet whom this would name.');
  }
}
/** An activity, question or version the author cannot reach; unknown and foreign are the same. */
export class UnknownOccasion extends DomainError {
  constructor(field: 'activityId' | 'questionId') {
    super('unknown-occasion', 404, 'There is no such thing to write for.', { [field]: ['is not there'] });
  }
}
/** What is begun may be finished whatever becomes of it; beginning waits until it is open. */
export class OccasionNotOpen extends DomainError {
  constructor() {
    super('not-open', 409, 'This is not open yet.');
  }
}
export class UnknownVersion extends DomainError {
  constructor() {
    super('unknown-version', 404, 'No such version was kept.', { version: ['is not there'] });
  }
}
