import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryView, ShareView } from '@opiring/contract/journal';
import { JournalClient } from '@opiring/journal/web';
import { Dates } from '@opiring/platform/web';
import { ShareBehind } from './share-behind';

/** Every leave to read that is open now, each to be taken back at once. The author's alone. */
@Component({
  selector: 'op-shares-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, ShareBehind, TranslocoPipe],
  styleUrl: './shares-panel.css',
  templateUrl: './shares-panel.html',
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

  protected stop(share: ShareView): Promise<void> {
    return this.try(() => this.client.revoke(this.entry().id, share.id));
  }

  private async try(deed: () => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    this.failed.set(false);
    try {
      await deed();
      this.changed.emit();
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
