import { Directive, Pipe, type PipeTransform, computed, inject, input } from '@angular/core';
import type { LocalText } from '@opiring/contract/text';
import { Language } from './language';
import { LOCALES, type Locale } from './locales';

/** The text in the reader's language, else in Estonian, else in any there is; with the language it came in. */
export function localText(
  text: LocalText | null | undefined,
  locale: Locale,
): { text: string; lang: Locale } {
  for (const lang of [locale, 'et' as const, ...LOCALES]) {
    const found = text?.[lang];
    if (found) return { text: found, lang };
  }
  return { text: '', lang: locale };
}

/** `{{ module.title | local }}`. Prefer `[opLocal]` for whole elements: it marks a text of another language. */
@Pipe({ name: 'local', pure: false })
export class LocalPipe implements PipeTransform {
  private readonly language = inject(Language);
  transform(text: LocalText | null | undefined): string {
    return localText(text, this.language.current()).text;
  }
}

/** `<h2 [opLocal]="module.title"></h2>`: the words, and `lang` where they are not in the page's language. */
@Directive({
  selector: '[opLocal]',
  host: { '[textContent]': 'found().text', '[attr.lang]': 'lang()' },
})
export class Local {
  private readonly language = inject(Language);
  readonly opLocal = input.required<LocalText | null | undefined>();
  protected readonly found = computed(() => localText(this.opLocal(), this.language.current()));
  protected readonly lang = computed(() =>
    this.found().lang === this.language.current() ? null : this.found().lang,
  );
}
