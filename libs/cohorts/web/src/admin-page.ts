import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgrammeSummaryView } from '@opiring/contract/cohorts';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, Local } from '@opiring/platform/web';
import { CohortForm } from './cohort-form';
import { ProgrammeForm } from './programme-form';

type Writing = { of: 'programme' } | { of: 'cohort'; programmeId: string };

/** Haldus: an admin makes a programme, its cohorts, and takes their people in. Of what they write, an admin sees nothing. */
@Component({
  selector: 'op-admin-page',
  imports: [
    CohortForm,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    Local,
    ProgrammeForm,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './admin-page.html',
  styleUrl: './admin-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminPage {
  protected readonly dates = inject(Dates);
  protected readonly programmes = httpResource<ProgrammeSummaryView[]>(() => '/api/programmes');
  protected readonly writing = signal<Writing | undefined>(undefined);

  protected made(): void {
    this.writing.set(undefined);
    this.programmes.reload();
  }
}
