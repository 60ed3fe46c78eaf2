import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, input } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VerificationView } from '@opiring/contract/certificates';
import { ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, Local, LocalPipe, type Problem } from '@opiring/platform/web';

/** Whether a paper somebody shows is genuine: what its holder allows, and whether it stands. */
@Component({
  selector: 'op-certificate-check-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, Icon, Loader, Local, LocalPipe, TranslocoPipe],
  template: `
    @if (paper.hasValue()) {
      @let view = paper.value();
      <div class="wrap chk">
        <p class="kick">{{ view.issuer | local }}</p>
        <h1>{{ 'progress.papers.kind.' + view.kind | transloco }} {{ view.number }}</h1>
        <p class="lead row chk__s">
          <op-icon [name]="view.standing === 'valid' ? 'check' : 'warning'" />
          {{ 'progress.papers.check.' + view.standing | transloco }}
        </p>
        @if (view.revokedAt; as at) {
          <p class="cap">
            {{ 'progress.papers.revokedOn' | transloco: { day: dates.inFull(dates.dayOf(at)) } }}
          </p>
        }
        @if (view.name) {
          <p class="chk__n serif">{{ view.name }}</p>
        } @else {
          <p class="chk__n cap">{{ 'progress.papers.noName' | transloco }}</p>
        }
        <p>{{ view.municipality }}</p>
        @if (view.programme; as programme) {
          <p [opLocal]="programme"></p>
        }
        @if (view.hours; as hours) {
          <p>{{ 'progress.papers.hours' | transloco: { n: hours.meetings + hours.own } }}</p>
        }
        <p class="cap">{{ 'progress.papers.issuedOn' | transloco: { day: dates.inFull(view.issuedOn) } }}</p>
      </div>
    } @else if (gone()) {
      <div class="wrap chk">
        <h1>{{ 'progress.papers.unknown' | transloco }}</h1>
        <p class="lead">{{ 'progress.papers.unknownMore' | transloco }}</p>
      </div>
    } @else if (paper.error()) {
      <div class="wrap"><op-error [problem]="paper.error()" (retry)="paper.reload()" /></div>
    } @else {
      <op-loader />
    }
  `,
  styles: `
    .chk {
      padding-block: 2rem 4rem;
    }
    .chk h1 {
      margin: 0.5rem 0 0.75rem;
    }
    .chk__n {
      margin-top: 2rem;
    }
    .chk__n.serif {
      font-size: var(--t-24);
    }
    .chk__s {
      gap: 0.625rem;
      flex-wrap: nowrap;
    }
    .chk .cap {
      margin-top: 1rem;
    }
  `,
})
export class CertificateCheckPage {
  readonly code = input.required<string>();
  protected readonly dates = inject(Dates);
  protected readonly paper = httpResource<VerificationView>(
    () => `/api/verifications/${encodeURIComponent(this.code())}`,
  );
  protected readonly gone = (): boolean =>
    (this.paper.error() as Partial<Problem> | undefined)?.status === 404;

  constructor() {
    // A paper is shown by its holder, not found by searching.
    const meta = inject(Meta);
    meta.updateTag({ name: 'robots', content: 'noindex, nofollow' });
    inject(DestroyRef).onDestroy(() => meta.removeTag(`name='robots'`));
  }
}
