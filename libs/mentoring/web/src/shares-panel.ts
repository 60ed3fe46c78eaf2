import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryView, ShareView } from '@opiring/contract/journal';
import { JournalClient } from '@opiring/journal/web';
import { Dates } from '@opiring/platform/web';

/** Every leave to read that is open now, each to be taken back at once. The author's alone. */
@Component({
  selector: 'op-shares-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe],
  styleUrl: './shares-panel.css',
  template: `
    <section class="card sp" aria-labelledby="sp-h">
      <h2 id="sp-h">{{ 'mentoring.shares.title' | transloco }}</h2>
      <ul>
        @for (share of entry().shares; track share.id) {
          <li>
            <span
              ><b>{{ 'mentoring.shares.audience.' + share.audience | transloco }}</b>
              <span class="cap">{{ names(share) }}</span>
              <span class="cap">{{
                'mentoring.shares.since' | transloco: { day: dates.on(dates.dayOf(share.grantedAt)) }
              }}</span></span
            >
            <button
              type="button"
              class="btn btn--line btn--s"
              [disabled]="busy()"
              [attr.aria-label]="'mentoring.shares.stopFor' | transloco: { names: names(share) }"
              (click)="stop(share)"
            >
              {{ 'mentoring.shares.stop' | transloco }}
            </button>
          </li>
        } @empty {
          <li class="cap">{{ 'mentoring.shares.nobody' | transloco }}</li>
        }
      </ul>
      @if (failed()) {
        <p class="err" role="alert">{{ 'problem.unknown' | transloco }}</p>
      }
      <a class="txt" [routerLink]="['/kirjuta', entry().id]">{{ 'mentoring.shares.more' | transloco }}</a>
    </section>
  `,
})
export class SharesPanel {
  readonly entry = input.required<EntryView>();
  readonly changed = output();
  private readonly client = inject(JournalClient);
  protected readonly dates = inject(Dates);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  protected names({ recipients }: ShareView): string {
    return recipients.map(({ name }) => name).join(', ');
  }

  protected async stop(share: ShareView): Promise<void> {
    this.busy.set(true);
    this.failed.set(false);
    try {
      await this.client.revoke(this.entry().id, share.id);
      this.changed.emit();
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
