import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CurriculumView } from '@opiring/contract/curriculum';
import type { FoundEntryView } from '@opiring/contract/search';
import type { Page } from '@opiring/contract/text';
import { EmptyState, ErrorState, Field, Icon, Loader } from '@opiring/platform/ui';
import { Api, LocalPipe, Me } from '@opiring/platform/web';
import { FoundLine } from './found-line';
import { type Sought, addressOf, askedOf } from './search-address';

/** How long one pauses before the words are looked for. */
const PAUSE = 350;

/** Looking through my own entries and what was shared with me. What is looked for stands in the address, so that one can go back to it. */
@Component({
  selector: 'op-search-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, ErrorState, Field, FoundLine, Icon, Loader, LocalPipe, RouterLink, TranslocoPipe],
  templateUrl: './search-page.html',
  styleUrl: './search-page.css',
})
export class SearchPage {
  readonly q = input<string>();
  readonly kysimus = input<string>();
  readonly moodul = input<string>();
  readonly alates = input<string>();
  readonly kuni = input<string>();
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly sought = computed<Sought>(() => ({
    q: this.q() ?? '',
    question: this.kysimus() ?? '',
    module: this.moodul() ?? '',
    from: this.alates() ?? '',
    to: this.kuni() ?? '',
  }));
  /** What stands in the field, ahead of the address while one types. */
  protected readonly typed = linkedSignal(() => this.q() ?? '');
  protected readonly narrowed = computed(() => {
    const { question, module, from, to } = this.sought();
    return !!(question || module || from || to);
  });
  protected readonly curriculum = httpResource<CurriculumView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/curriculum` : undefined;
  });
  protected readonly questions = computed(() =>
    this.curriculum.hasValue() ? this.curriculum.value().questions : [],
  );
  protected readonly modules = computed(() =>
    this.curriculum.hasValue() ? this.curriculum.value().modules : [],
  );
  protected readonly asked = computed(() => askedOf(this.me.cohortId(), this.sought()));
  protected readonly first = httpResource<Page<FoundEntryView>>(() => this.asked());
  private readonly more = signal<{ of: string; items: FoundEntryView[]; next?: string } | null>(null);
  private readonly later = computed(() => {
    const more = this.more();
    return more?.of === this.asked() ? more : null;
  });
  protected readonly items = computed(() => [
    ...(this.first.hasValue() ? this.first.value().items : []),
    ...(this.later()?.items ?? []),
  ]);
  protected readonly next = computed(() => {
    const later = this.later();
    return later ? later.next : this.first.hasValue() ? this.first.value().next : undefined;
  });
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  protected type(words: string): void {
    this.typed.set(words);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), PAUSE);
  }

  /** Takes what is typed and the change into the address; the results follow it. */
  protected look(change: Partial<Sought> = {}): void {
    clearTimeout(this.pause);
    void this.router.navigate([], {
      queryParams: addressOf({ ...this.sought(), q: this.typed(), ...change }),
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected clear(): void {
    this.look({ question: '', module: '', from: '', to: '' });
  }

  protected async showMore(): Promise<void> {
    const of = this.asked();
    const next = this.next();
    if (!of || !next) return;
    const page = await this.api.get<Page<FoundEntryView>>(`${of}&cursor=${encodeURIComponent(next)}`);
    const items = [...(this.later()?.items ?? []), ...page.items];
    this.more.set({ of, items, ...(page.next && { next: page.next }) });
  }
}
