import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ChangesView, ChangeView } from '@opiring/contract/changes';
import { Toasts } from '@opiring/platform/ui';
import { Api, Dates, Language, Me, Problem, keepFresh, localText } from '@opiring/platform/web';

/** One quiet line: what is another fact than when one last took note. For the program leader's own eye. */
@Component({
  selector: 'op-changes-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  templateUrl: './changes-list.html',
  styleUrl: './changes-list.css',
})
export class ChangesList {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  protected readonly dates = inject(Dates);
  protected readonly busy = signal(false);
  private readonly path = computed(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/progress/changes` : undefined;
  });
  protected readonly view = httpResource<ChangesView>(() => this.path());
  /** One place for each person, in seat order. */
  protected readonly people = computed(() => {
    const changes = this.view.hasValue() ? this.view.value().changes : [];
    return changes
      .filter(({ membershipId }, at) => changes[at - 1]?.membershipId !== membershipId)
      .map(({ membershipId, name }) => ({
        membershipId,
        name,
        changes: changes.filter((each) => each.membershipId === membershipId),
      }));
  });

  constructor() {
    keepFresh(['facts', 'meetings', 'curriculum', 'people'], this.view);
  }

  /** What a change says, in the parts its sentence needs. */
  protected told(change: ChangeView): Record<string, string | number> {
    const say = (word: string): string => this.words.translate(word);
    switch (change.kind) {
      case 'attendance':
        return {
          day: this.dates.day(change.day),
          corrected: change.before ? 'yes' : 'no',
          before: change.before ? say(`attendance.${change.before}`) : '',
          after: say(`attendance.${change.after ?? 'none'}`),
        };
      case 'module':
        return { title: localText(change.title, this.language.current()).text };
      case 'circle':
        return { n: change.held };
      case 'pause':
        return { over: change.until ? 'no' : 'yes', day: change.until ? this.dates.day(change.until) : '' };
      case 'certificate':
        return { state: change.after };
      default:
        return {};
    }
  }

  protected async note(): Promise<void> {
    if (!this.view.hasValue()) return;
    this.busy.set(true);
    try {
      const { until } = this.view.value();
      this.view.set(await this.api.put<ChangesView>(`${this.path()}/mark`, { until }));
    } catch (error) {
      const { status } = Problem.of(error);
      this.toasts.fail(this.words.translate(`problem.${status === 0 ? 'offline' : 'unknown'}`));
    } finally {
      this.busy.set(false);
    }
  }
}
