import { BadInput, DomainError } from '@opiring/platform/api';

export class QuoteNotInText extends BadInput {
  constructor() {
    super({ 'anchor.quote': ['does not stand in the version that was shared'] }, 'quote-not-in-text');
  }
}
/** Advice only where the author asked for it. */
export class OfferNotInvited extends DomainError {
  constructor() {
    super('offer-not-invited', 403, 'The author did not invite an offer.');
  }
}
export class EmptyNote extends BadInput {
  constructor() {
    super({ body: ['must hold words'] });
  }
}
