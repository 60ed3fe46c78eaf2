import { BadInput } from '@opiring/platform/api';

export class QuoteNotInText extends BadInput {
  constructor() {
    super({ 'anchor.quote': ['does not stand in the version that was shared'] }, 'quote-not-in-text');
  }
}
export class EmptyNote extends BadInput {
  constructor() {
    super({ body: ['must hold words'] });
  }
}
