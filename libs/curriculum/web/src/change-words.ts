import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ActivityView, ChangedField, ChangeView, ModuleContent } from '@opiring/contract/curriculum';
import type { MaterialView } from '@opiring/contract/materials';
import type { LocalText } from '@opiring/contract/text';
import { materialName } from '@opiring/platform/ui';
import { Dates, LOCALES, Language, localText, plainMarkdown } from '@opiring/platform/web';
import { ReleaseWords } from './release/release-words';
import { replacedIn } from './replaced';

/** One thing that differs, as a person reads it on either side. */
export interface ChangeRow {
  label: string;
  lang?: string;
  before: string;
  after: string;
  /** A side that has no words of its own: there is nothing on it to mark. */
  blank?: 'before' | 'after';
}
/** Each side's first day, where days count from it. */
export type FirstDays = Readonly<Record<'before' | 'after', string>>;
type Titles = readonly { id: string; title: LocalText }[];

/** Says in words what a change is. Called from templates, so that the words follow the language. */
@Injectable({ providedIn: 'root' })
export class ChangeWords {
  private readonly words = inject(TranslocoService);
  private readonly dates = inject(Dates);
  private readonly language = inject(Language);
  private readonly releases = inject(ReleaseWords);

  titleOf(change: ChangeView): string {
    return this.local((change.after ?? change.before)?.title);
  }

  /** Every field that differs; a text once for each language it differs in. */
  rows(change: ChangeView, modules: Titles, firstDays?: FirstDays): ChangeRow[] {
    const { before, after } = change;
    if (!before || !after) return [];
    // A day in the place of a rule is one change, though it lies in two fields.
    const fields = change.fields.filter((field) => field !== 'opensOn' || !change.fields.includes('release'));
    return fields.flatMap((field): ChangeRow[] => {
      if (field === 'title' || field === 'instructions' || field === 'purpose')
        return this.texts(field, change.what, textOf(before, field), textOf(after, field));
      if (field === 'materials') return [this.inMaterials(before, after)];
      if (field === 'module') return [this.inModules(before, after, modules)];
      if (field === 'place')
        return [
          { label: this.say('change.place'), before: this.nth(change.from), after: this.nth(change.to) },
        ];
      return [
        {
          label: this.label(field, change.what),
          before: this.value(field, before, firstDays?.before),
          after: this.value(field, after, firstDays?.after),
        },
      ];
    });
  }

  /** How publishing touches those who have done it; nothing for what is added or only moved. */
  affected(change: ChangeView): string {
    if (change.what === 'module' || !change.before || change.kind === 'moved') return '';
    return change.done === null ? this.say('change.doneSome') : this.say('change.done', { n: change.done });
  }

  private texts(
    field: ChangedField,
    what: ChangeView['what'],
    before: LocalText,
    after: LocalText,
  ): ChangeRow[] {
    return LOCALES.filter((lang) => (before[lang] ?? '') !== (after[lang] ?? '')).map((lang) => ({
      label: this.label(field, what) + (lang === 'et' ? '' : ` · ${this.say(`change.lang.${lang}`)}`),
      lang,
      ...this.sides(field, before[lang], after[lang]),
      ...(!before[lang] && { blank: 'before' as const }),
      ...(!after[lang] && { blank: 'after' as const }),
    }));
  }

  /** Instructions by their words; where only their look differs, with the signs that make it. */
  private sides(field: ChangedField, before = '', after = ''): { before: string; after: string } {
    const plain = field === 'instructions' ? [plainMarkdown(before), plainMarkdown(after)] : [before, after];
    const [was, is] = plain[0] === plain[1] ? [before, after] : plain;
    return { before: was || this.say('conflict.empty'), after: is || this.say('conflict.empty') };
  }

  private inModules(before: Thing, after: Thing, modules: Titles): ChangeRow {
    const title = (thing: Thing): string =>
      this.local(modules.find(({ id }) => 'moduleId' in thing && id === thing.moduleId)?.title);
    return { label: this.say('change.module'), before: title(before), after: title(after) };
  }

  private value(field: ChangedField, thing: Thing, firstDay?: string): string {
    const value = (thing as unknown as Partial<Record<ChangedField, unknown>>)[field];
    if (firstDay && value && ['startsOn', 'endsOn', 'opensOn'].includes(field))
      return this.dates.nth(firstDay, String(value), (n, day) => this.say('compare.nthDay', { n, day }));
    if (field === 'required') return this.say(value ? 'activity.isRequired' : 'activity.isOptional');
    if (field === 'alongside') return this.say(value ? 'conflict.yes' : 'conflict.no');
    if (field === 'minutes' && typeof value === 'number') return this.say('time.minutes', { n: value });
    if (field === 'frame') return this.say(`frame.${typeof value === 'string' ? value : 'none'}`);
    if (field === 'opensOn' || field === 'release') return this.opening(thing);
    if ((field === 'startsOn' || field === 'endsOn') && value) return this.dates.day(String(value));
    return value ? String(value) : this.say('conflict.empty');
  }

  private opening(thing: Thing): string {
    const opensOn = 'opensOn' in thing ? thing.opensOn : null;
    const otherwise = 'startsOn' in thing ? 'release.otherwise' : 'activity.opensWithModule';
    const said = this.releases.of({ ...(thing.release && { release: thing.release }), opensOn });
    return said || `${this.say('activity.opensOnRule')} ${this.say(otherwise)}`;
  }

  /** By their names; where a name stayed and what is behind it did not, the later side says so. */
  private inMaterials(before: Thing, after: Thing): ChangeRow {
    const nameOf = (material: MaterialView) => materialName(material, this.language.current()).text;
    const [was, is] = [materialsOf(before), materialsOf(after)];
    const replaced = replacedIn(was, is, nameOf);
    const told = (material: MaterialView): string => {
      const what = replaced.get(material);
      return what ? this.say(`change.replaced.${what}`, { name: nameOf(material) }) : nameOf(material);
    };
    return {
      label: this.label('materials', 'activity'),
      before: was.map(nameOf).join(', ') || this.say('conflict.empty'),
      after: is.map(told).join(', ') || this.say('conflict.empty'),
    };
  }

  private label(field: ChangedField, what: ChangeView['what']): string {
    if (field === 'alongside') return this.say('module.runsAlongside');
    return this.say(field === 'opensOn' || field === 'release' ? 'activity.opens' : `${what}.${field}`);
  }
  private nth(at: number | null): string {
    return this.say('change.nth', { n: (at ?? 0) + 1 });
  }
  private local(text: LocalText | undefined): string {
    return text ? localText(text, this.language.current()).text : '';
  }
  private say(key: string, params?: Record<string, string | number>): string {
    return this.words.translate(`curriculum.${key}`, params);
  }
}

type Thing = ModuleContent | ActivityView;
const materialsOf = (thing: Thing): readonly MaterialView[] =>
  'materials' in thing ? (thing.materials ?? []) : [];
const textOf = (thing: Thing, field: ChangedField): LocalText =>
  (thing as unknown as Partial<Record<ChangedField, LocalText>>)[field] ?? {};
