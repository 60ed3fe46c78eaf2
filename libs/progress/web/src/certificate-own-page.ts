import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnCertificateView } from '@opiring/contract/certificates';
import { type Showable, SHOWABLE } from '@opiring/contract/certificates.values';
import { EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, LocalPipe } from '@opiring/platform/web';

/** One's own papers: to print, to take along, and to say what a stranger is shown. */
@Component({
  selector: 'op-certificate-own-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, ErrorState, Icon, Loader, LocalPipe, RouterLink, TranslocoPipe],
  templateUrl: './certificate-own-page.html',
  styles: `
    .own__do {
      margin: 1rem 0 1.5rem;
    }
    .own__f {
      max-width: 28rem;
      margin-bottom: 1rem;
    }
    .own__f legend {
      margin-bottom: 0.25rem;
      font-weight: 600;
    }
  `,
})
export class CertificateOwnPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly dates = inject(Dates);
  protected readonly showable = SHOWABLE;
  protected readonly papers = httpResource<OwnCertificateView[]>(() => '/api/me/certificates');

  protected async show(paper: OwnCertificateView, what: Showable, on: boolean): Promise<void> {
    const shown = SHOWABLE.filter((each) => (each === what ? on : paper.shown.includes(each)));
    try {
      await this.api.put(`/api/certificates/${paper.id}/showing`, { shown });
    } catch {
      this.toasts.say(this.words.translate('problem.unknown'));
    }
    this.papers.reload();
  }
}
