import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { JourneyActivityView, JourneyModuleView, JourneyView } from '@opiring/contract/progress';
import { ReleaseWords } from '@opiring/curriculum/web';
import { Bead, Icon, Toasts, beadOf } from '@opiring/platform/ui';
import { Api, Dates, Local, LocalPipe, Problem } from '@opiring/platform/web';
import { JourneyActivity } from './journey-activity';
import { OwnException } from './own-exception';

/** The whole way as a list: the same content as the ring, with what one does in each module. */
@Component({
  selector: 'op-journey-modules',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, Icon, JourneyActivity, Local, LocalPipe, OwnException, TranslocoPipe],
  templateUrl: './journey-modules.html',
  styleUrl: './journey-modules.css',
})
export class JourneyModules {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly dates = inject(Dates);
  private readonly releases = inject(ReleaseWords);

  readonly journey = input.required<JourneyView>();
  /** Only to look at. */
  readonly looking = input(false);
  readonly changed = output();
  protected readonly busy = signal<string | null>(null);
  protected readonly beadOf = beadOf;

  protected when({ startsOn, endsOn, alongside }: JourneyModuleView): string {
    if (alongside) return this.words.translate('progress.modules.alongside');
    return startsOn && endsOn ? this.dates.range(startsOn, endsOn) : '';
  }

  /** Why it is still closed, as the organizers' rule says it. */
  protected opening({ release }: JourneyModuleView | JourneyActivityView): string {
    return release ? this.releases.sentence(release, this.journey()) : '';
  }

  /** By one's own word, and back while one likes. */
  protected async mark(activity: JourneyActivityView, done: boolean): Promise<void> {
    this.busy.set(activity.id);
    const path = `/api/activities/${activity.id}/done`;
    try {
      await (done ? this.api.put(path) : this.api.delete(path));
      if (done) {
        this.toasts.say(this.words.translate('progress.modules.marked'), {
          label: this.words.translate('action.undo'),
          do: () => void this.mark(activity, false),
        });
      }
      this.changed.emit();
    } catch (error) {
      const key = Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown';
      this.toasts.say(this.words.translate(key));
    } finally {
      this.busy.set(null);
    }
  }
}
