import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PageView } from '@opiring/contract/library';
import type { LocalText } from '@opiring/contract/text';
import { Ask, ErrorState, Field, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, type HasUnsaved, LOCALES, LocalPipe, Problem } from '@opiring/platform/web';
import { PageConflict } from './page-conflict';
import { bodyOf, fieldsOf, missingIn, type PageFields, TEXTS } from './page-fields';
import { type Clash, copy, mergePages, take } from './page-merge';
import { PartnersEditor } from './partners-editor';

/** Where an organizer or admin writes the public page: one language at a time, with what each still lacks. */
@Component({
  selector: 'op-page-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ErrorState,
    Field,
    Icon,
    Loader,
    LocalPipe,
    PageConflict,
    PartnersEditor,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './page-editor.html',
  styleUrl: './page-editor.css',
})
export class PageEditor implements HasUnsaved {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly locales = LOCALES;
  protected readonly names = TEXTS;
  readonly slug = input.required<string>();

  protected readonly path = computed(() => `/api/programmes/${encodeURIComponent(this.slug())}`);
  protected readonly found = httpResource<PageView>(() => `${this.path()}/page`);
  protected readonly page = linkedSignal(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly fields = linkedSignal<PageFields | undefined>(() => {
    const page = this.page();
    return page && fieldsOf(page);
  });
  protected readonly locale = linkedSignal(() => this.page()?.language ?? 'et');
  protected readonly busy = signal(false);
  protected readonly failed = signal('');
  /** What somebody else wrote meanwhile where I had written too; mine stands in the fields until I take theirs. */
  protected readonly clashes = signal<readonly Clash[]>([]);
  protected readonly missing = computed(() => {
    const fields = this.fields();
    return fields ? LOCALES.map((locale) => ({ locale, names: missingIn(fields, locale) })) : [];
  });

  settle(): Promise<boolean> {
    return Promise.resolve(!this.hasUnsaved());
  }
  confirmLeaving(): Promise<boolean> {
    return this.ask.for({
      heading: this.words.translate('library.page.leaveTitle'),
      yes: this.words.translate('library.page.leave'),
      no: this.words.translate('library.page.stay'),
      irreversible: true,
    });
  }
  protected hasUnsaved(): boolean {
    const page = this.page();
    return page !== undefined && JSON.stringify(fieldsOf(page)) !== JSON.stringify(this.fields());
  }

  /** Changes the fields in the hand; `change` gets a copy. */
  protected edit(change: (fields: PageFields) => void): void {
    this.fields.update((fields) => {
      if (!fields) return fields;
      const changed = copy(fields);
      change(changed);
      return changed;
    });
  }
  protected say(text: LocalText | undefined, event: Event): void {
    if (text) text[this.locale()] = (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.attempt('library.page.saved', (page, fields) =>
      this.api.patch<PageView>(`${this.path()}/page`, bodyOf(fields, page), { revision: page.revision }),
    );
  }

  protected publish(): Promise<void> {
    return this.attempt('library.page.published', () =>
      this.api.put<PageView>(`${this.path()}/publication`, {}),
    );
  }

  protected async withdraw(): Promise<void> {
    const sure = await this.ask.for({
      heading: this.words.translate('library.page.withdrawTitle'),
      text: this.words.translate('library.page.withdrawBody'),
      yes: this.words.translate('library.page.withdraw'),
      no: this.words.translate('action.cancel'),
    });
    if (sure)
      await this.attempt('library.page.withdrawn', () =>
        this.api.delete<PageView>(`${this.path()}/publication`),
      );
  }

  /** Theirs comes in where only they wrote; nothing of mine is lost. */
  private meet(base: PageView, mine: PageFields, current: PageView): void {
    const { fields, clashes } = mergePages(fieldsOf(base), fieldsOf(current), mine);
    const locale = this.locale();
    this.page.set(current);
    this.fields.set(fields);
    this.locale.set(locale);
    this.clashes.set(clashes);
  }
  /** The logo is kept at once; what else I have written stays in the fields. */
  protected logoDone(kept: PageView): void {
    const [page, fields] = [this.page(), this.fields()];
    if (page && fields) this.meet(page, fields, kept);
  }
  protected takeTheirs(clash: Clash): void {
    this.edit((fields) => take(fields, clash));
    this.clashes.update((all) => all.filter((other) => other !== clash));
  }

  private async attempt(
    said: string,
    deed: (page: PageView, fields: PageFields) => Promise<PageView>,
  ): Promise<void> {
    const [page, fields] = [this.page(), this.fields()];
    if (!page || !fields || this.busy()) return;
    this.busy.set(true);
    this.failed.set('');
    const locale = this.locale();
    try {
      this.page.set(await deed(page, fields));
      this.locale.set(locale);
      this.clashes.set([]);
      this.toasts.say(this.words.translate(said));
    } catch (error) {
      const problem = Problem.of(error);
      if (problem.status === 412 && problem.current) this.meet(page, fields, problem.current as PageView);
      this.failed.set(wordOf(problem));
    } finally {
      this.busy.set(false);
    }
  }
}

function wordOf({ status, fields }: Problem): string {
  if (status === 0) return 'problem.offline';
  if (status === 412) return 'library.page.stale';
  if (status === 400 && Object.keys(fields).some((name) => /url/i.test(name))) return 'library.page.badUrl';
  return status === 400 ? 'library.page.titleNeeded' : 'problem.unknown';
}
