import { BadInput, DomainError } from '@opiring/platform/api';

export class NothingToPublish extends DomainError {
  constructor() {
    super('nothing-to-publish', 409, 'The draft is the same as what is published.');
  }
}
export class QuestionNeeded extends BadInput {
  constructor() {
    super(
      { questionId: ['an answer, and only an answer, names a question and a moment'] },
      'question-needed',
    );
  }
}
export class MeetingNeeded extends BadInput {
  constructor() {
    super({ meetingId: ['attending, and only attending, names a meeting'] }, 'meeting-needed');
  }
}
export class DaysReversed extends BadInput {
  constructor() {
    super({ endsOn: ['must not be before the first day'] });
  }
}
export class OpensTwice extends BadInput {
  constructor() {
    super({ release: ['a thing opens from a day or by a rule, not both'] });
  }
}
export class NotByOwnWord extends DomainError {
  constructor() {
    super('not-by-own-word', 409, 'This is done by the deed itself, not by saying so.');
  }
}
export class NotOpen extends DomainError {
  constructor() {
    super('not-open', 409, 'This is not open yet.');
  }
}
export class ExcusedFromIt extends DomainError {
  constructor() {
    super('excused', 409, 'It was agreed that this is not asked of you. What was done stays done.');
  }
}
export class Retired extends DomainError {
  constructor() {
    super('retired', 409, 'This was retired. What was done with it stays.');
  }
}
export class TooMany extends DomainError {
  constructor() {
    super('too-many', 409, 'A curriculum of this size cannot be taken in.');
  }
}
export class NothingToCopy extends DomainError {
  constructor() {
    super('nothing-to-copy', 409, 'Nothing is published here yet. Copy the draft.');
  }
}
export class OtherProgramme extends BadInput {
  constructor() {
    super({ with: ['must be another intake of the same programme'] }, 'other-programme');
  }
}
export class DraftNotEmpty extends DomainError {
  constructor() {
    super('draft-not-empty', 409, 'There is a draft already. Say that this shall take its place.');
  }
}
