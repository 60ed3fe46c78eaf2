import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { provideTranslocoScope, TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AttendanceView, MeetingView } from '@opiring/contract/cohorts';
import { Icon, Toasts } from '@opiring/platform/ui';
import { Api, LocalPipe, Problem, wordsHere } from '@opiring/platform/web';

const KNOWN = [
  'wrong-code',
  'code-replaced',
  'check-in-closed',
  'check-in-other-day',
  'meeting-cancelled',
  'too-many-attempts',
];

/** Olen kohal: the code seen in the room, typed on one's own phone. */
@Component({
  selector: 'op-check-in',
  imports: [Icon, LocalPipe, TranslocoPipe],
  providers: [provideTranslocoScope('cohorts')],
  templateUrl: './check-in.html',
  styles: `
    .ci {
      display: grid;
      gap: 0.75rem;
      max-width: 28rem;
      margin: 1rem 0;
    }
    .ci__h {
      font-size: var(--t-24);
    }
    .ci__f {
      display: grid;
      gap: 0.5rem;
    }
    .ci__c {
      font: 500 1.5rem/1.3 var(--font-ui);
      letter-spacing: 0.2em;
      text-transform: uppercase;
    }
    .ci__o {
      min-height: 44px;
      gap: 0.625rem;
    }
    .ci .btn {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckIn {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly here = wordsHere('cohorts');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly meeting = input.required<MeetingView>();
  readonly done = output<AttendanceView>();
  protected readonly code = signal('');
  protected readonly online = signal(false);
  protected readonly fault = signal('');
  protected readonly busy = signal(false);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set('');
    const code = this.code().trim();
    if (!/^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(code)) return this.refuse('wrong-code');
    this.busy.set(true);
    try {
      const body = { code, ...(this.online() && { online: true }) };
      const kept = await this.api.post<AttendanceView>(`/api/meetings/${this.meeting().id}/check-ins`, body);
      this.toasts.say(this.words.translate<string>('cohorts.checkIn.done'));
      this.done.emit(kept);
    } catch (error) {
      const { code: why, status } = Problem.of(error);
      this.refuse(KNOWN.includes(why) ? why : status === 0 ? 'offline' : 'unknown');
    } finally {
      this.busy.set(false);
    }
  }

  private refuse(why: string): void {
    this.fault.set(KNOWN.includes(why) ? `cohorts.checkIn.refused.${why}` : `problem.${why}`);
    this.host.nativeElement.querySelector<HTMLInputElement>('.ci__c')?.focus();
  }
}
