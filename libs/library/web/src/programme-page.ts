import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PublicProgrammeView } from '@opiring/contract/library';
import { BigRing, Brand, ErrorState, JourneyRing, Loader, QuestionGlyph } from '@opiring/platform/ui';
import { Dates, LOCALES, Language, Local, Me, WordTitle, localText } from '@opiring/platform/web';
import { InterestForm } from './interest-form';
import { PartnerList } from './partner-list';
import { ringOf } from './programme-ring';
import { Shelf } from './shelf';

/** What the programme is, for anybody. */
@Component({
  selector: 'op-programme-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    BigRing,
    Brand,
    ErrorState,
    InterestForm,
    JourneyRing,
    Loader,
    Local,
    PartnerList,
    QuestionGlyph,
    RouterLink,
    Shelf,
    TranslocoPipe,
  ],
  templateUrl: './programme-page.html',
  styleUrl: './programme-page.css',
})
export class ProgrammePage {
  private readonly title = inject(WordTitle);
  protected readonly language = inject(Language);
  protected readonly dates = inject(Dates);
  protected readonly me = inject(Me);
  readonly slug = input.required<string>();

  protected readonly programme = httpResource<PublicProgrammeView>(
    () => `/api/programmes/${encodeURIComponent(this.slug())}`,
  );
  protected readonly view = computed(() => (this.programme.hasValue() ? this.programme.value() : null));
  protected readonly ring = computed(() => {
    const view = this.view();
    const locale = this.language.current();
    return view ? ringOf(view, (text) => localText(text, locale).text) : null;
  });
  protected readonly modules = computed(
    () => this.view()?.modules.filter(({ alongside }) => !alongside) ?? [],
  );
  protected readonly others = computed(() =>
    LOCALES.filter((code) => code !== this.language.current()).map((code) => ({
      code,
      name: { et: 'Eesti keeles', en: 'In English', ru: 'По-русски' }[code],
    })),
  );
  protected readonly sections = ['kusimused', 'kulg', 'riiul', 'partnerid'] as const;

  constructor() {
    effect(() => {
      const view = this.view();
      if (view) this.title.set(localText(view.title, this.language.current()).text);
    });
  }

  /** A link said by the place it leads to. */
  protected readonly hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

  /** oktoober 2023 – jaanuar 2024 */
  protected monthsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
    return `${this.dates.month(startsOn)} ${startsOn.slice(0, 4)} – ${this.dates.month(endsOn)} ${endsOn.slice(0, 4)}`;
  }
}
