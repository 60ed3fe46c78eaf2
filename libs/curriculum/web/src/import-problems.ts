import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '@opiring/platform/web';

/** A problem as a reader meets it: where, and what; in English where nobody has other words for it. */
export interface ImportProblem {
  place: string;
  told: { words: string; lang: string }[];
}

/** What the server says of a file, and which of our sentences that is; what is in brackets is taken along. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^is empty|^has nothing in it/i, 'empty'],
  [/^is no programme of ours|^is not a (zip|gzip|tar) archive|holds no tar/, 'notOurs'],
  [/^ends too early|^The file did not arrive/, 'cut'],
  [
    /^grows too much|^is larger than|^holds more than \d+ files|more text than can be|^is too (large|deep)$/,
    'tooMuch',
  ],
  [/^holds? more than ([\d\s]+) (modules|activities)|^has more than (\d+) activities/, 'tooMany'],
  [/^leads out of|is a link(,| or a device)|has a name that|that is not UTF-8$/, 'path'],
  [/^is locked|locked with a password/, 'locked'],
  [/^is not the file it was/, 'changed'],
  [/^is missing$|^names a file that is not in the archive/, 'missing'],
  [/is there twice$|^names a file twice/, 'twice'],
  [/is not UTF-8 text|is not a text|is in an encoding|is not the text it says/, 'notText'],
  [/longer than ([\d\s]+) characters/, 'tooLong'],
  [/^names no (?:question|module|activity).*?“(.+)”/, 'unknownName'],
  [/has no such question: “(.+)”/, 'noQuestion'],
  [/this cohort has (\d+) meetings/, 'meetings'],
  [/holds more than (\d+) conditions/, 'conditions'],
  [/from a day or by a rule/, 'dayOrRule'],
  [/must not be before the first day/, 'order'],
  [/an answer, and only an answer/, 'answer'],
  [/attending, and only attending/, 'attending'],
  [/belongs to no module/, 'belongsNowhere'],
  [/^is a link or a file$/, 'linkOrFile'],
  [/^does not know “(.+)”/, 'unknownKey'],
  [/^must be one of (.+)$/, 'oneOf'],
  [/^must have required property '(.+)'/, 'needs'],
  [/document type or entities|is not XML|cannot be read/, 'unreadable'],
  [/has no (table of contents|sections|items)|nothing in it to take/, 'noCourse'],
  [/not what its name says/, 'disguised'],
  [/carries programs/, 'macros'],
  [/of this kind are not taken/, 'kind'],
  [/^The file is broken/, 'broken'],
];

/** Says in the reader's language why a file cannot be taken in. Called from templates, so that the words follow the language. */
@Injectable({ providedIn: 'root' })
export class ImportProblems {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);

  of(place: string, told: readonly string[]): ImportProblem {
    return { place: this.where(place), told: told.map((words) => this.sentence(words)) };
  }

  private sentence(told: string): ImportProblem['told'][number] {
    for (const [pattern, key] of SENTENCES) {
      const found = pattern.exec(told);
      if (!found) continue;
      const what = found.slice(1).find((part) => part !== undefined && part !== '') ?? '';
      return { words: this.say(`problem.${key}`, { what }), lang: this.language.current() };
    }
    return { words: told, lang: 'en' };
  }

  /** `programme.yaml#/modules/0/activities/2/kind (line 41)`: the file and the line, or which module and activity. */
  private where(place: string): string {
    const [, file = place, pointer = '', line] =
      /^(.*?)(?:#(\/[^ ]*))?(?: \(line (\d+)\))?$/.exec(place) ?? [];
    if (/^archive(: |$)/.test(file)) return file.slice('archive: '.length);
    if (line) return this.say('problem.line', { file, line });
    const [, module, activity] = /^\/modules\/(\d+)(?:\/activities\/(\d+))?/.exec(pointer) ?? [];
    if (module === undefined) return file;
    const m = Number(module) + 1;
    return activity === undefined
      ? this.say('problem.module', { file, m })
      : this.say('problem.activity', { file, m, a: Number(activity) + 1 });
  }

  private say(key: string, params: Record<string, string | number>): string {
    return this.words.translate(`curriculum.file.${key}`, params);
  }
}
