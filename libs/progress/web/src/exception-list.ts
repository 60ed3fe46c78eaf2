import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ExceptionView, ExceptionWords } from '@opiring/contract/exceptions';
import { Bead, type BeadState } from '@opiring/platform/ui';
import { Dates, Language, localText } from '@opiring/platform/web';
import { ExceptionForm } from './exception-form';

const BEADS: Record<ExceptionView['kind'], BeadState> = { opens: 'now', excused: 'off', pause: 'pause' };

/** What was agreed beside the curriculum: what, with whom, by whom and why, and how it was put right. */
@Component({
  selector: 'op-exception-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, ExceptionForm, TranslocoPipe],
  templateUrl: './exception-list.html',
  styleUrl: './exception-list.css',
})
export class ExceptionList {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  protected readonly dates = inject(Dates);
  readonly exceptions = input.required<readonly ExceptionView[]>();
  /** Whether names are said: on a page about one person they are not, but for the partner's. */
  readonly about = input<string>();
  readonly arranges = input(false);
  readonly end = output<ExceptionView>();
  readonly changed = output();
  protected readonly correcting = signal<string | null>(null);
  protected readonly beads = BEADS;

  /** One sentence of ours with the thing's own name in it. */
  protected said({ kind, moduleId, title, fromOn, untilOn }: ExceptionView): string {
    const what = moduleId ? 'module' : 'activity';
    const name = title
      ? localText(title, this.language.current()).text
      : this.words.translate<string>('progress.exceptions.unpublished');
    const days = fromOn && untilOn ? this.dates.range(fromOn, untilOn) : '';
    return this.words.translate(`progress.exceptions.says.${kind}`, {
      ...{ what, name, days },
      day: fromOn ? this.dates.day(fromOn) : '',
    });
  }

  protected whom({ people }: ExceptionView): string {
    const named = people.filter(({ membershipId }) => membershipId !== this.about());
    const names = named.map(({ name }) => name);
    if (!this.about()) return names.join(', ');
    const [partner] = names;
    return partner ? this.words.translate('progress.exceptions.with', { name: partner }) : '';
  }

  /** Who and when; of somebody who is gone, when. */
  protected who(deed: 'agreed' | 'ended' | 'changed', by: string | null | undefined, at: string): string {
    const day = this.dates.day(this.dates.dayOf(at));
    return this.words.translate(`progress.exceptions.${deed}`, {
      name: by ?? '',
      known: by ? 'yes' : 'no',
      day,
    });
  }

  protected wording({ fromOn, untilOn, reason }: ExceptionWords): string {
    const days = [fromOn, untilOn].flatMap((day) => (day ? [this.dates.day(day)] : [])).join(' – ');
    return [days, reason].filter(Boolean).join(' · ');
  }

  protected done(): void {
    this.correcting.set(null);
    this.changed.emit();
  }
}
