import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ShareView } from '@opiring/contract/journal';
import { JournalClient, personWords } from '@opiring/journal/web';
import { Dates } from '@opiring/platform/web';

/** „Helve näeb 3. detsembri versiooni“: a reader has an earlier text than the author, who may share the new one. */
@Component({
  selector: 'op-share-behind',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <span>{{ 'mentoring.shares.version.' + share().audience | transloco: version() }}</span>
    <button type="button" class="txt" [disabled]="busy()" (click)="renew()">
      {{ 'mentoring.shares.renew' | transloco }}
    </button>
    @if (failed()) {
      <span class="err" role="alert">{{ 'problem.unknown' | transloco }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.125rem 0.75rem;
      align-items: baseline;
      margin-top: 0.375rem;
      font-size: var(--t-15);
    }
  `,
})
export class ShareBehind {
  readonly entryId = input.required<string>();
  readonly share = input.required<ShareView>();
  readonly renewed = output();
  private readonly client = inject(JournalClient);
  private readonly dates = inject(Dates);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  /** Whose eyes, and the day of the version before them. */
  protected readonly version = computed(() => {
    const { recipients, versionAt, grantedAt } = this.share();
    const [first] = recipients;
    const day = this.dates.of(this.dates.dayOf(versionAt ?? grantedAt));
    return { first: first ? personWords(first).first : '', day };
  });

  /** The text as it stands now, for the same people on the same terms. */
  protected async renew(): Promise<void> {
    const { audience, purpose, until, expiresAt, offer } = this.share();
    const end = until ? { until } : expiresAt ? { expiresAt } : {};
    const wish = { ...(purpose && { purpose }), ...end, ...(offer && { offer }) };
    this.busy.set(true);
    this.failed.set(false);
    try {
      await this.client.share(this.entryId(), audience, wish);
      this.renewed.emit();
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
