import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ReleaseFault } from '@opiring/contract/release';
import { Language, localText } from '@opiring/platform/web';

/** Says why a rule would never open its thing. Called from templates, so that the words follow the language. */
@Injectable({ providedIn: 'root' })
export class FaultWords {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);

  say({ code, names, title }: ReleaseFault): string {
    const called = [...names, ...(code === 'circle' ? names.slice(0, 1) : [])].map(
      (name) => localText(name, this.language.current()).text,
    );
    const who = localText(title, this.language.current()).text;
    const key = code === 'after-end' && called.length > 0 ? 'after-end-meeting' : code;
    return this.words.translate(`curriculum.release.fault.${key}`, {
      title: who,
      name: called[0] ?? '',
      known: called.length > 0 ? 'yes' : 'no',
      way: called.join(' → '),
    });
  }
}
