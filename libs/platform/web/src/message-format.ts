import type { TranslocoTranspiler } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';
import { Injectable } from '@angular/core';

interface Asked {
  value: unknown;
  params?: Record<string, unknown>;
  key: string;
}

/** ICU messages without `new Function`, which the content security policy refuses. Compiled once per text and language. */
@Injectable()
export class MessageFormat implements TranslocoTranspiler {
  private readonly compiled = new Map<string, IntlMessageFormat>();

  transpile({ value, params = {} }: Asked): unknown {
    if (typeof value !== 'string' || !/[{']/.test(value)) return value;
    const locale = document.documentElement.lang || 'et';
    const id = `${locale} ${value}`;
    let message = this.compiled.get(id);
    if (!message) {
      message = new IntlMessageFormat(value, locale, undefined, { ignoreTag: true });
      this.compiled.set(id, message);
    }
    try {
      return message.format(params as Record<string, string | number>);
    } catch {
      // A missing parameter must not empty the page; the check of the words catches it earlier.
      return value;
    }
  }
}
