import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CalendarFeedView, MadeCalendarFeed } from '@opiring/contract/cohorts';
import { Ask, Icon, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Problem } from '@opiring/platform/web';

/** One's own calendar address: made here, shown once, ended here. */
@Component({
  selector: 'op-calendar-feed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <section class="cf" aria-labelledby="cf">
      <h2 id="cf" tabindex="-1">{{ 'cohorts.feed.title' | transloco }}</h2>
      <p>{{ 'cohorts.feed.text' | transloco }}</p>
      @if (url(); as address) {
        <label for="cf-url">{{ 'cohorts.feed.address' | transloco }}</label>
        <div class="row cf__u">
          <input id="cf-url" class="in" readonly [value]="address" (focus)="$any($event.target).select()" />
          <button type="button" class="btn btn--line btn--s" (click)="copy(address)">
            {{ 'cohorts.feed.copy' | transloco }}
          </button>
        </div>
        <p class="cap">{{ 'cohorts.feed.once' | transloco }}</p>
      } @else if (madeAt()) {
        <p class="cap">{{ 'cohorts.feed.made' | transloco: { day: dates.on(dates.dayOf(madeAt())) } }}</p>
      }
      <div class="row cf__b">
        <button type="button" class="btn btn--line btn--s" [disabled]="busy()" (click)="make()">
          <op-icon name="calendar" [size]="18" />{{
            (madeAt() ? 'cohorts.feed.another' : 'cohorts.feed.make') | transloco
          }}
        </button>
        @if (madeAt()) {
          <button type="button" class="btn btn--quiet btn--s" [disabled]="busy()" (click)="end()">
            {{ 'cohorts.feed.end' | transloco }}
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    .cf {
      margin-top: 3.5rem;
      max-width: 44rem;
    }
    .cf h2 {
      font-size: var(--t-24);
      margin-bottom: 0.5rem;
    }
    .cf p {
      margin-bottom: 0.75rem;
    }
    .cf__u {
      --sp: 0.5rem;
      margin: 0.25rem 0 0.5rem;
    }
    .cf__u .in {
      flex: 1 1 16rem;
      min-width: 0;
    }
  `,
})
export class CalendarFeed {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly dates = inject(Dates);
  private readonly feed = httpResource<CalendarFeedView>(() => '/api/me/calendar-feed');
  protected readonly madeAt = computed(() => (this.feed.hasValue() && this.feed.value().madeAt) || '');
  protected readonly url = signal('');
  protected readonly busy = signal(false);

  protected async make(): Promise<void> {
    if (this.madeAt() && !(await this.ask.for(this.question('another')))) return;
    await this.try(async () => {
      const { url } = await this.api.post<MadeCalendarFeed>('/api/me/calendar-feed', {});
      this.url.set(url);
      this.focusSoon('cf-url');
    });
  }

  protected async end(): Promise<void> {
    if (!(await this.ask.for(this.question('end')))) return;
    await this.try(async () => {
      await this.api.delete('/api/me/calendar-feed');
      this.url.set('');
      this.say('cohorts.feed.ended');
      this.focusSoon('cf');
    });
  }

  protected async copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.say('cohorts.feed.copied');
    } catch {
      // Where the browser does not copy, the address is chosen for doing it by hand.
      this.focusSoon('cf-url');
    }
  }

  private question(deed: 'another' | 'end') {
    const word = (key: string) => this.words.translate<string>(`cohorts.feed.ask.${key}`);
    return { heading: word(`${deed}.heading`), text: word('text'), yes: word(`${deed}.yes`), no: word('no') };
  }

  private async try(deed: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await deed();
      this.feed.reload();
    } catch (error) {
      this.say(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown');
    } finally {
      this.busy.set(false);
    }
  }

  private focusSoon(id: string): void {
    afterNextRender(() => this.page.getElementById(id)?.focus(), { injector: this.injector });
  }

  private say(key: string): void {
    this.toasts.say(this.words.translate<string>(key));
  }
}
