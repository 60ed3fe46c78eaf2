import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ActivityView, ModuleView, QuestionView } from '@opiring/contract/curriculum';
import { Language, localText } from '@opiring/platform/web';
import { ActivityLine } from './activity-line';
import { type ActivityCommand, ActivityMenu } from './activity-menu';
import { type Lift, carried, moved } from './reorder';

/** The activities of one module in their order, which a pointer drags and a keyboard carries. */
@Component({
  selector: 'op-activity-list',
  imports: [CdkDropList, CdkDrag, CdkDragHandle, TranslocoPipe, ActivityLine, ActivityMenu],
  templateUrl: './activity-list.html',
  styleUrl: './activity-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityList {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly module = input.required<ModuleView>();
  readonly modules = input<readonly ModuleView[]>([]);
  readonly questions = input<readonly QuestionView[]>([]);
  readonly meetings = input<readonly MeetingView[]>([]);
  readonly openId = input<string>();
  readonly editable = input(true);
  readonly open = output<ActivityView>();
  readonly reorder = output<{ activity: ActivityView; position: number }>();
  readonly transfer = output<{ activity: ActivityView; module: ModuleView }>();
  readonly retire = output<ActivityView>();

  protected readonly lift = signal<Lift | undefined>(undefined);
  protected readonly said = signal('');
  private readonly standing = computed(() => this.module().activities.filter((a) => a.draft !== 'retired'));
  protected readonly retired = computed(() => this.module().activities.filter((a) => a.draft === 'retired'));
  protected readonly shown = computed(() => {
    const lift = this.lift();
    return lift ? moved(this.standing(), lift.from, lift.to) : this.standing();
  });

  protected titleOf(activity: ActivityView): string {
    return localText(activity.title, this.language.current()).text;
  }

  protected dropped({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.put(previousIndex, currentIndex);
  }

  /** Keyboards and screen readers press the handle; a pointer drags it, and its click says nothing. */
  protected press(event: MouseEvent, activity: ActivityView): void {
    if (event.detail > 0) return;
    const lift = this.lift();
    if (lift?.id === activity.id) return this.putDown(lift, activity);
    const from = this.standing().indexOf(activity);
    this.lift.set({ id: activity.id, from, to: from });
    this.say('lifted', { title: this.titleOf(activity), n: from + 1, of: this.standing().length });
  }

  protected carry(event: KeyboardEvent, activity: ActivityView): void {
    const lift = this.lift();
    if (lift?.id !== activity.id) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return this.letGo(lift, activity);
    }
    const next = carried(lift, event.key, this.standing().length);
    if (event.key.startsWith('Arrow')) event.preventDefault();
    if (!next) return;
    this.lift.set(next);
    this.say('moved', { from: lift.to + 1, to: next.to + 1 });
    this.keepFocus(activity);
  }

  /** Going elsewhere with something in hand leaves it where it was. Moving the row blurs it too, and is not going. */
  protected left(event: FocusEvent, activity: ActivityView): void {
    const lift = this.lift();
    if (
      lift &&
      event.relatedTarget instanceof Element &&
      !this.handleOf(activity)?.contains(event.relatedTarget)
    ) {
      this.letGo(lift, activity, false);
    }
  }

  protected run(command: ActivityCommand, activity: ActivityView): void {
    const at = this.standing().indexOf(activity);
    if (command === 'edit') this.open.emit(activity);
    else if (command === 'retire') this.retire.emit(activity);
    else if (command === 'up' || command === 'down')
      this.step(activity, at, command === 'up' ? at - 1 : at + 1);
    else this.transfer.emit({ activity, module: command });
  }

  private step(activity: ActivityView, from: number, to: number): void {
    this.put(from, to);
    this.keepFocus(activity);
  }

  private put(from: number, to: number): void {
    const activity = this.standing()[from];
    if (!activity || from === to || to < 0 || to >= this.standing().length) return;
    this.say('moved', { from: from + 1, to: to + 1 });
    this.reorder.emit({ activity, position: to });
  }

  private putDown(lift: Lift, activity: ActivityView): void {
    this.lift.set(undefined);
    this.say('dropped', { title: this.titleOf(activity), to: lift.to + 1 });
    if (lift.from !== lift.to) this.reorder.emit({ activity, position: lift.to });
    this.keepFocus(activity);
  }

  private letGo(lift: Lift, activity: ActivityView, refocus = true): void {
    this.lift.set(undefined);
    this.say('cancelled', { title: this.titleOf(activity), from: lift.from + 1 });
    if (refocus) this.keepFocus(activity);
  }

  private say(what: string, params: Record<string, string | number>): void {
    this.said.set(this.words.translate(`curriculum.drag.${what}`, params));
  }

  /** The browser drops the focus of a row it moves. */
  private keepFocus(activity: ActivityView): void {
    afterNextRender(() => this.handleOf(activity)?.focus(), { injector: this.injector });
  }

  private handleOf(activity: ActivityView): HTMLElement | null {
    return this.host.nativeElement.querySelector(`[data-handle="${activity.id}"]`);
  }
}
