import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CircleView, RecordCircle } from '@opiring/contract/circles';
import { Ask, CircleMark, EmptyState, ErrorState, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Dates, Me, Problem } from '@opiring/platform/web';
import { CircleForm } from './circle-form';
import { CircleLog } from './circle-log';
import { CirclesClient } from './circles-client';

/** Circles held at home: a leader's own, to be told and corrected; for those who follow the cohort, everybody's. */
@Component({
  selector: 'op-circles-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CircleForm, CircleLog, CircleMark, EmptyState, ErrorState, Icon, Loader, TranslocoPipe],
  providers: [CirclesClient],
  templateUrl: './circles-page.html',
  styleUrl: './circles-page.css',
})
export class CirclesPage {
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly page = inject(DOCUMENT);
  protected readonly client = inject(CirclesClient);
  protected readonly dates = inject(Dates);

  private readonly role = inject(Me).role;
  protected readonly whose = computed(() => (this.role() === 'participant' ? 'mine' : 'all'));
  /** The id of the circle under correction, `new` while one is told, else null. */
  protected readonly open = signal<string | null>(null);
  /** As it stands in the list: after a stale correction the form holds what is there now. */
  protected readonly edited = computed(
    () => this.client.circles().find(({ id }) => id === this.open()) ?? null,
  );
  /** One key for one telling, however often sending it is tried. */
  private once = '';

  protected tell(): void {
    this.once = crypto.randomUUID();
    this.open.set('new');
    this.focusSoon('ring-heldOn');
  }

  protected correct(circle: CircleView): void {
    this.open.set(circle.id);
    this.focusSoon('ring-heldOn');
  }

  protected close(): void {
    this.open.set(null);
    this.focusSoon('ring-uus');
  }

  protected readonly save = async (told: RecordCircle): Promise<void> => {
    const circle = this.edited();
    // Withdrawn elsewhere meanwhile: there is nothing left to correct.
    if (!circle && this.open() !== 'new') return this.close();
    try {
      await (circle ? this.client.correct(circle, told) : this.client.record(told, this.once));
    } catch (error) {
      // Changed elsewhere meanwhile: the list and the form show it as it stands now.
      if (Problem.of(error).status === 412) this.client.resource.reload();
      throw error;
    }
    this.toasts.say(this.words.translate(circle ? 'circles.list.corrected' : 'circles.list.recorded'));
    this.close();
  };

  protected async withdraw(circle: CircleView): Promise<void> {
    const sure = await this.ask.for({
      heading: this.words.translate('circles.withdraw.heading'),
      text: this.words.translate('circles.withdraw.text', { topic: circle.topic }),
      yes: this.words.translate('circles.withdraw.yes'),
      no: this.words.translate('circles.withdraw.no'),
      irreversible: true,
    });
    if (!sure) return;
    try {
      await this.client.withdraw(circle);
      this.toasts.say(this.words.translate('circles.withdraw.done'));
      this.focusSoon('ring-uus');
    } catch (error) {
      this.client.resource.reload();
      this.sayWhy(error);
    }
  }

  protected async more(): Promise<void> {
    try {
      await this.client.more();
    } catch (error) {
      this.sayWhy(error);
    }
  }

  private sayWhy(error: unknown): void {
    const { status } = Problem.of(error);
    const key = status === 0 ? 'problem.offline' : status === 412 ? 'problem.stale' : 'problem.unknown';
    this.toasts.say(this.words.translate(key));
  }

  private focusSoon(id: string): void {
    setTimeout(() => this.page.getElementById(id)?.focus());
  }
}
