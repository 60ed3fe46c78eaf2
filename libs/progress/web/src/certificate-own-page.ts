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

  /** Choices go one after another, each on top of those before it: a box ticked meanwhile takes none of them back. */
  private last: Promise<void> = Promise.resolve();

  constructor() {
    keepFresh(['facts'], this.papers, this.journey);
  }

  protected show(paper: OwnCertificateView, what: Showable, on: boolean): void {
    const chosen = this.papers.value()?.find(({ id }) => id === paper.id)?.shown ?? paper.shown;
    const shown = SHOWABLE.filter((each) => (each === what ? on : chosen.includes(each)));
    this.keep(paper.id, shown);
    this.last = this.last.then(() => this.send(paper.id, shown));
  }

  private async send(id: string, shown: Showable[]): Promise<void> {
    try {
      await this.api.put(`/api/certificates/${id}/showing`, { shown });
      this.toasts.say(this.words.translate('progress.papers.showKept'));
    } catch (error) {
      const { status } = Problem.of(error);
      this.toasts.fail(this.words.translate(`problem.${status === 0 ? 'offline' : 'unknown'}`));
      this.papers.reload();
    }
  }

  private keep(id: string, shown: Showable[]): void {
    this.papers.update((papers) => papers?.map((paper) => (paper.id === id ? { ...paper, shown } : paper)));
  }
}
