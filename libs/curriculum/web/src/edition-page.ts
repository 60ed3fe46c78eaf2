import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingsView } from '@opiring/contract/cohorts';
import type { EditionContentView } from '@opiring/contract/curriculum';
import { Ask, ErrorState, Icon, Loader, MaterialList, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Local, Me, Problem, RichText } from '@opiring/platform/web';
import { ReleaseWords } from './release/release-words';

/** One published state, as leaders had it; an organizer may bring it back into the draft. */
@Component({
  selector: 'op-edition-page',
  imports: [ErrorState, Icon, Loader, Local, MaterialList, RichText, RouterLink, TranslocoPipe],
  templateUrl: './edition-page.html',
  styleUrl: './editions-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionPage {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly busy = signal(false);
  readonly id = input.required<string>();
  protected readonly found = httpResource<EditionContentView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/editions/${encodeURIComponent(this.id())}` : undefined;
  });
  protected readonly view = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  private readonly meetings = httpResource<MeetingsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/meetings` : undefined;
  });
  private readonly releases = inject(ReleaseWords);

  constructor() {
    effect(() =>
      this.releases.know({
        modules: this.view()?.modules ?? [],
        meetings: this.meetings.hasValue() ? this.meetings.value().meetings : [],
      }),
    );
  }

  protected async bringBack(id: string, n: number): Promise<void> {
    if (this.busy()) return;
    const sure = await this.ask.for({
      heading: this.words.translate('curriculum.editions.bringBackTitle', { n }),
      text: this.words.translate('curriculum.editions.bringBackBody'),
      yes: this.words.translate('curriculum.editions.bringBackYes'),
      no: this.words.translate('curriculum.activity.cancel'),
    });
    if (!sure) return;
    this.busy.set(true);
    try {
      await this.api.put(`/api/cohorts/${this.me.cohortId()}/editions/${id}/draft`, {});
      this.toasts.say(this.words.translate('curriculum.editions.broughtBack', { n }));
      await this.router.navigateByUrl('/kava');
    } catch (error) {
      const offline = Problem.of(error).status === 0;
      this.toasts.fail(this.words.translate(offline ? 'problem.offline' : 'problem.unknown'));
    } finally {
      this.busy.set(false);
    }
  }
}
