import { Injectable, inject, signal } from '@angular/core';
import type { ReleaseRule } from '@opiring/contract/release';
import { releaseOf } from '@opiring/contract/release.values';
import type { LocalText } from '@opiring/contract/text';
import { Dates, Language, localText } from '@opiring/platform/web';
import { GRAMMARS, type ReleaseNames } from './release-grammar';
import { releaseSentence, type SentencePart, sentenceText } from './release-sentence';

/** What the rules on a page may name. */
export interface ReleaseAround {
  modules: readonly {
    id: string;
    title: LocalText;
    activities: readonly { id: string; title: LocalText }[];
  }[];
  meetings: readonly { id: string; position: number }[];
}

/** Says in the reader's language when a thing opens. Called from templates, so that the words follow the language. */
@Injectable({ providedIn: 'root' })
export class ReleaseWords {
  private readonly dates = inject(Dates);
  private readonly language = inject(Language);
  private readonly around = signal<ReleaseAround>({ modules: [], meetings: [] });

  /** The page says what its rules may name. */
  know(around: ReleaseAround): void {
    this.around.set(around);
  }

  sentence(rule: ReleaseRule, around = this.around()): string {
    return sentenceText(this.parts(rule, around));
  }

  parts(rule: ReleaseRule, around = this.around()): SentencePart[] {
    return releaseSentence(rule, GRAMMARS[this.language.current()], this.names(around));
  }

  /** The sentence of what a thing says itself; nothing where its module says it. */
  of(thing: { release?: ReleaseRule; opensOn: string | null }, around = this.around()): string {
    const rule = releaseOf(thing);
    return rule ? this.sentence(rule, around) : '';
  }

  private names({ modules, meetings }: ReleaseAround): ReleaseNames {
    const said = (text: LocalText | undefined): string | undefined =>
      text && localText(text, this.language.current()).text;
    return {
      day: (day) => this.dates.day(day),
      onDay: (day) => this.dates.on(day),
      meeting: (id) => meetings.find((meeting) => meeting.id === id)?.position,
      activity: (id) =>
        said(modules.flatMap(({ activities }) => activities).find((activity) => activity.id === id)?.title),
      module: (id) => said(modules.find((module) => module.id === id)?.title),
    };
  }
}
