import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CertificatesView } from '@opiring/contract/certificates';
import { Ask, EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Me, Problem } from '@opiring/platform/web';
import { CompletionRule } from './completion-rule';
import { type PaperDeed, PaperRow } from './paper-row';

/** So many at first, and so many more each time. */
const PORTION = 50;

/** Who may hold which paper by today's facts, and giving it: for the program leader. */
@Component({
  selector: 'op-papers-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CompletionRule, EmptyState, ErrorState, Icon, Loader, PaperRow, RouterLink, TranslocoPipe],
  templateUrl: './papers-page.html',
  styles: `
    .lead {
      margin-top: 0.5rem;
    }
    .papers {
      margin-top: 1.5rem;
    }
  `,
})
export class PapersPage {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly busy = signal(false);
  protected readonly shown = signal(PORTION);
  private readonly address = computed(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/certificates` : undefined;
  });
  protected readonly papers = httpResource<CertificatesView>(() => this.address());
  protected readonly due = computed(() =>
    this.papers.hasValue() ? this.papers.value().members.filter(({ due }) => due !== null) : [],
  );

  protected more(): void {
    this.shown.update((shown) => shown + PORTION);
  }

  protected async issueAll(): Promise<void> {
    const say = (key: string) =>
      this.words.translate<string>(`progress.papers.${key}`, { n: this.due().length });
    const sure = await this.ask.for({
      heading: say('issueSure'),
      text: say('issueMore'),
      list: this.due().map(({ name, due }) => `${name}: ${say(`kind.${due}`)}`),
      yes: say('issueYes'),
      no: this.words.translate('action.cancel'),
    });
    if (sure) await this.do(this.address() ?? '', {}, 'issued');
  }

  protected async carryOut({ id, what, reason }: PaperDeed): Promise<void> {
    if (what === 'issue') return this.do(this.address() ?? '', { members: [id] }, 'issued');
    const path = what === 'reissue' ? 'reissue' : 'revocation';
    return this.do(`/api/certificates/${id}/${path}`, { reason }, what === 'reissue' ? 'issued' : 'taken');
  }

  private async do(path: string, body: object, done: string): Promise<void> {
    this.busy.set(true);
    try {
      this.papers.set(await this.api.post<CertificatesView>(path, body));
      this.toasts.say(this.words.translate(`progress.papers.${done}`));
    } catch (error) {
      const offline = Problem.of(error).status === 0;
      this.toasts.fail(this.words.translate(offline ? 'problem.offline' : 'problem.unknown'));
      this.papers.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
