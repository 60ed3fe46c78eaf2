import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ChangeCompletion, CompletionPreviewView, CompletionView } from '@opiring/contract/certificates';
import { ErrorState, Field, Loader, Toasts } from '@opiring/platform/ui';
import { Api, focusNext, Me, Problem } from '@opiring/platform/web';

const asked = ({
  attendanceShare,
  meetings,
  practicum,
  circles,
  requiredActivities,
  hours,
}: ChangeCompletion): ChangeCompletion => ({
  attendanceShare,
  meetings,
  practicum,
  circles,
  requiredActivities,
  hours,
});

/** A whole number within bounds; a field that is empty has none. */
const whole = (n: number, most: number): boolean => Number.isInteger(n) && n >= 0 && n <= most;

/** What completes the way, read and changed; before it holds one sees what it would give each. */
@Component({
  selector: 'op-completion-rule',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, Field, Loader, TranslocoPipe],
  templateUrl: './completion-rule.html',
  styles: `
    :host {
      display: block;
      max-width: 40rem;
    }
    form {
      margin: 1.25rem 0;
    }
    ul {
      padding-left: 1.25rem;
    }
  `,
  host: { class: 'sec' },
})
export class CompletionRule {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly focusOn = focusNext();
  readonly changed = output();
  protected readonly busy = signal(false);
  protected readonly preview = signal<CompletionPreviewView | null>(null);
  private readonly address = computed(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/completion` : undefined;
  });
  protected readonly rule = httpResource<CompletionView>(() => this.address());
  protected readonly wish = linkedSignal<ChangeCompletion | null>(() =>
    this.rule.hasValue() ? asked(this.rule.value()) : null,
  );
  /** Of hundred, without what floating point adds. */
  protected readonly percent = computed(() =>
    this.shown(Number(((this.wish()?.attendanceShare ?? 0) * 100).toFixed(6))),
  );
  protected readonly wrong = computed(() => ({
    share: this.percent() === '' || !whole(Number(this.percent()), 100),
    circles: !whole(this.wish()?.circles ?? 0, 20),
  }));
  protected readonly different = computed(
    () => this.rule.hasValue() && JSON.stringify(this.wish()) !== JSON.stringify(asked(this.rule.value())),
  );
  /** Whose paper would be another one, in seat order. */
  protected readonly others = computed(() =>
    (this.preview()?.members ?? []).filter(({ now, then }) => now !== then.state),
  );

  protected set(part: Partial<ChangeCompletion>): void {
    this.wish.update((wish) => wish && { ...wish, ...part });
    this.preview.set(null);
  }

  protected shown(n: number): string {
    return Number.isNaN(n) ? '' : String(n);
  }

  protected async look(): Promise<void> {
    const { share, circles } = this.wrong();
    if (share || circles) return this.focusOn(share ? '#r-share' : '#r-circles');
    await this.quietly(async () =>
      this.preview.set(await this.api.post<CompletionPreviewView>(`${this.address()}/preview`, this.wish())),
    );
  }

  protected async save(): Promise<void> {
    const revision = this.rule.hasValue() ? this.rule.value().revision : 0;
    await this.quietly(async () => {
      this.rule.set(await this.api.put<CompletionView>(this.address() ?? '', this.wish(), { revision }));
      this.preview.set(null);
      this.toasts.say(this.words.translate('progress.papers.rule.saved'));
      this.changed.emit();
      this.focusOn('h2');
    });
  }

  private async quietly(deed: () => Promise<unknown>): Promise<void> {
    const pressed = document.activeElement?.getAttribute('type');
    this.busy.set(true);
    try {
      await deed();
    } catch (error) {
      const { status } = Problem.of(error);
      const word = status === 0 ? 'offline' : status === 412 ? 'stale' : 'unknown';
      this.toasts.fail(this.words.translate(`problem.${word}`));
      if (status === 412) this.rule.reload();
    } finally {
      this.busy.set(false);
      // A button that was out of use meanwhile has lost the focus.
      if (document.activeElement === document.body && pressed) this.focusOn(`button[type="${pressed}"]`);
    }
  }
}
