import { Injectable, Injector, inject } from '@angular/core';

/** A question before a deed, in whole words. */
export interface Question {
  heading: string;
  text?: string;
  /** What it is about, one by one. */
  list?: readonly string[];
  /** The deed's own verb: „Jagan ringiga“. */
  yes: string;
  /** What stays as it is: „Ei, jätan endale“. */
  no: string;
  /** Clay, for what cannot be taken back. */
  irreversible?: boolean;
}

/**
 * `await ask.for({ heading, yes, no })`. Escape and a press outside mean no. The dialog is fetched with the first question.
 * Own dialogs: `Dialog` of @angular/cdk with class `dialog`.
 */
@Injectable({ providedIn: 'root' })
export class Ask {
  private readonly injector = inject(Injector);

  async for(question: Question): Promise<boolean> {
    const { openQuestion } = await import('./question-dialog');
    return openQuestion(this.injector, question);
  }
}
