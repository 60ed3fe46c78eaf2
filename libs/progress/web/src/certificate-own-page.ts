import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnCertificateView } from '@opiring/contract/certificates';
import type { JourneyView } from '@opiring/contract/progress';
import { type Showable, SHOWABLE } from '@opiring/contract/certificates.values';
import { EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, keepFresh, LocalPipe, Me, Problem } from '@opiring/platform/web';
import { CertificateReasons } from './certificate-reasons';

/** One's own papers: to print, to take along, and to say what a stranger is shown. */
@Component({
  selector: 'op-certificate-own-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CertificateReasons, EmptyState, ErrorState, Icon, Loader, LocalPipe, RouterLink, TranslocoPipe],
  templateUrl: './certificate-own-page.html',
  styles: `
    .own__do {
      margin: 1rem 0 1.5rem;
    }
    .own__f {
      max-width: 28rem;
      margin-bottom: 1rem;
    }
    .own__a {
      max-width: 28rem;
      margin-bottom: 0.75rem;
    }
    .own__f legend {
      padding: 0;
      margin-bottom: 0.25rem;
      font-weight: 600;
    }
  `,
})
export class CertificateOwnPage {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly showable = SHOWABLE;
  protected readonly papers = httpResource<OwnCertificateView[]>(() => '/api/me/certificates');
  /** While nothing is issued: what follows from the facts today, as the first page says it. */
  protected readonly journey = httpResource<JourneyView>(() => {
    const cohortId = this.me.cohortId();
    const nothing = this.papers.hasValue() && !this.papers.value().length;
    return cohortId && nothing ? `/api/cohorts/${cohortId}/journey` : undefined;
  });

  /** Choices go one after another, each with all those made by then: none takes another back. */
  private last: Promise<void> = Promise.resolve();

  constructor() {
    keepFresh(['facts'], this.papers, this.journey);
  }

  protected show(paper: OwnCertificateView, what: Showable, on: boolean): void {
    this.choose(paper.id, what, on);
    this.last = this.last.then(() => this.send(paper.id, what, on));
  }

  private async send(id: string, what: Showable, on: boolean): Promise<void> {
    try {
      await this.api.put(`/api/certificates/${id}/showing`, { shown: this.shownOf(id) });
      this.toasts.say(this.words.translate('progress.papers.showKept'));
    } catch (error) {
      const { status } = Problem.of(error);
      this.choose(id, what, !on);
      this.toasts.say(this.words.translate(`problem.${status === 0 ? 'offline' : 'unknown'}`));
      if (status !== 0) this.papers.reload();
    }
  }

  private choose(id: string, what: Showable, on: boolean): void {
    const before = this.shownOf(id);
    const shown = SHOWABLE.filter((each) => (each === what ? on : before.includes(each)));
    this.papers.update((papers) => papers?.map((paper) => (paper.id === id ? { ...paper, shown } : paper)));
  }

  private shownOf(id: string): Showable[] {
    const papers = this.papers.hasValue() ? this.papers.value() : [];
    return papers.find((paper) => paper.id === id)?.shown ?? [];
  }
}
