import {
  CdkDrag,
  type CdkDragDrop,
  CdkDragPreview,
  type CdkDragStart,
  CdkDropList,
} from '@angular/cdk/drag-drop';
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
import type { ReleaseFault } from '@opiring/contract/release';
import { Language, LocalPipe, localText } from '@opiring/platform/web';
import { ActivityLine } from './activity-line';
import { type ActivityCommand, ActivityMenu } from './activity-menu';
import { Carrying } from './carrying';
import { standing } from './deeds';
import { InHand } from './in-hand';
import { moved } from './reorder';
import { Selection } from './selection';

/** A pointer drags at once; a finger first holds still. */
const START_DELAY = { touch: 300, mouse: 0 };

/** The activities of one module in their order, which a pointer drags and a keyboard carries. */
@Component({
  selector: 'op-activity-list',
  imports: [CdkDropList, CdkDrag, CdkDragPreview, LocalPipe, TranslocoPipe, ActivityLine, ActivityMenu],
  host: { '(click)': 'clicked($event)' },
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
  readonly faults = input<readonly ReleaseFault[]>([]);
  readonly openId = input<string>();
  readonly editable = input(true);
  readonly open = output<ActivityView>();
  readonly reorder = output<{ activity: ActivityView; position: number }>();
  readonly transfer = output<{ activity: ActivityView; module: ModuleView }>();
  readonly retire = output<ActivityView>();

  protected readonly selection = inject(Selection, { optional: true });
  protected readonly delay = START_DELAY;
  protected readonly hand = inject(InHand, { optional: true });
  /** Under a finger that has held long enough to drag. */
  protected readonly held = signal<string | undefined>(undefined);
  private readonly standing = computed(() => standing(this.module()));
  protected readonly retired = computed(() => this.module().activities.filter((a) => a.draft === 'retired'));
  protected readonly carrying = new Carrying<ActivityView>({
    items: () => this.standing(),
    titleOf: (activity) => this.titleOf(activity),
    say: (what, params) => this.words.translate(`curriculum.drag.${what}`, params),
    put: (activity, position) => this.reorder.emit({ activity, position }),
    handleOf: ({ id }) => this.handleOf(id),
    keepFocus: ({ id }) => afterNextRender(() => this.handleOf(id)?.focus(), { injector: this.injector }),
  });
  protected readonly shown = computed(() => {
    const lift = this.carrying.lift();
    return lift ? moved(this.standing(), lift.from, lift.to) : this.standing();
  });

  protected faultOf({ id }: ActivityView): ReleaseFault | undefined {
    return this.faults().find((fault) => fault.id === id);
  }

  protected titleOf(activity: ActivityView): string {
    return localText(activity.title, this.language.current()).text;
  }

  /** What is chosen goes along with the one that is dragged. */
  protected lifted(event: CdkDragStart<ActivityView>): void {
    this.hand?.take(this.along(event.source.data), event);
  }

  /** Let go over a module of the band it goes there; else it is in this list's order. */
  protected dropped({ item, dropPoint, ...at }: CdkDragDrop<unknown, unknown, ActivityView>): void {
    this.held.set(undefined);
    const over = this.hand?.letGo(dropPoint);
    const module = this.modules().find(({ id }) => id === over);
    if (module) this.transfer.emit({ activity: item.data, module });
    else this.carrying.put(at.previousIndex, at.currentIndex);
  }

  protected along(activity: ActivityView): readonly ActivityView[] {
    return this.selection?.has(activity.id) ? this.selection.activities() : [activity];
  }

  /** A long press takes a line in hand, so that a finger which only passes by goes on scrolling. */
  protected hold(event: TouchEvent, activity: ActivityView): void {
    const timer = setTimeout(() => this.held.set(activity.id), START_DELAY.touch + 20);
    const away = (): void => {
      clearTimeout(timer);
      this.held.set(undefined);
    };
    const until = { once: true } as const;
    event.target?.addEventListener('touchend', away, until);
    event.target?.addEventListener('touchcancel', away, until);
  }

  protected choose(event: MouseEvent, activity: ActivityView): void {
    this.selection?.toggle(activity, this.standing(), event.shiftKey);
  }

  /** With Ctrl, Cmd or Shift a click anywhere on a line chooses it, as in any list; a finger has said that it chooses. */
  protected clicked(event: MouseEvent): void {
    const { target } = event;
    if (!this.chooses(event) || !(target instanceof Element) || !this.editable()) return;
    if (target.closest('label, a, button:not(.ac__t)')) return;
    const id = target.closest<HTMLElement>('[data-activity]')?.dataset['activity'];
    const activity = this.standing().find((each) => each.id === id);
    if (activity) this.choose(event, activity);
  }

  protected opened(event: MouseEvent, activity: ActivityView): void {
    if (!this.chooses(event)) this.open.emit(activity);
  }

  /** Keys have the boxes: a button they press comes without a count of clicks. */
  private chooses({ ctrlKey, metaKey, shiftKey, detail }: MouseEvent): boolean {
    return ctrlKey || metaKey || shiftKey || (detail > 0 && this.selection?.choosing() === true);
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
    this.carrying.put(from, to);
    afterNextRender(() => this.handleOf(activity.id)?.focus(), { injector: this.injector });
  }

  private handleOf(id: string): HTMLElement | null {
    return this.host.nativeElement.querySelector(`[data-handle="${id}"]`);
  }
}
