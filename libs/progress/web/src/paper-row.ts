import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CertificatesView } from '@opiring/contract/certificates';
import { Field, Seat } from '@opiring/platform/ui';
import { Dates, focusNext } from '@opiring/platform/web';
import { CertificateReasons } from './certificate-reasons';

/** `id` is the membership's for issuing, the paper's for the rest. */
export interface PaperDeed {
  what: 'issue' | 'reissue' | 'revoke';
  id: string;
  reason: string;
}

/** One leader: what the facts give, what was given, and what can be done about it. */
@Component({
  // A row of a list, so that the list stays one for whoever hears it.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'li[op-paper-row]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CertificateReasons, Field, Seat, TranslocoPipe],
  templateUrl: './paper-row.html',
  styleUrl: './paper-row.css',
})
export class PaperRow {
  readonly member = input.required<CertificatesView['members'][number]>();
  readonly busy = input(false);
  readonly deed = output<PaperDeed>();
  protected readonly dates = inject(Dates);
  protected readonly langs = ['et', 'en'] as const;
  private readonly focusOn = focusNext();
  /** The deed a reason is being written for. */
  protected readonly asking = signal<'reissue' | 'revoke' | null>(null);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sound = computed(() => this.reason().trim().length >= 3);
  protected readonly newest = computed(() => this.member().issued[0] ?? null);
  protected readonly earlier = computed(() => this.member().issued.slice(1));

  /** Whether what goes on is this row's: its buttons change, so the focus goes to what stands there afterwards. */
  private doing = false;

  constructor() {
    effect(() => {
      this.member();
      if (this.busy() || !this.doing) return;
      this.doing = false;
      this.focusOn('.pr__do > *', '.per');
    });
  }

  protected open(what: 'reissue' | 'revoke'): void {
    this.asking.set(what);
    this.reason.set('');
    this.tried.set(false);
    this.focusOn('form input');
  }

  protected close(what: 'reissue' | 'revoke'): void {
    this.asking.set(null);
    this.focusOn(`[data-deed="${what}"]`);
  }

  protected issue(): void {
    this.doing = true;
    this.deed.emit({ what: 'issue', id: this.member().membershipId, reason: '' });
  }

  protected send(): void {
    const [what, paper] = [this.asking(), this.newest()];
    this.tried.set(true);
    if (!what || !paper) return;
    if (!this.sound()) return this.focusOn('form input');
    this.asking.set(null);
    this.doing = true;
    this.deed.emit({ what, id: paper.id, reason: this.reason().trim() });
  }
}
