import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
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
import { Carrying } from './carrying';
import { standing } from './deeds';
import { moved } from './reorder';
import { Selection } from './selection';

/** A pointer drags at once; a finger first holds still. */
const START_DELAY = { touch: 300, mouse: 0 };

/** The activities of one module in their order, which a pointer drags and a keyboard carries. */
@Component({
  selector: 'op-activity-list',
  imports: [CdkDropList, CdkDrag, TranslocoPipe, ActivityLine, ActivityMenu],
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

  protected readonly selection = inject(Selection, { optional: true });
  protected readonly delay = START_DELAY;
  /** A module that is being carried past is not for this list. */
  protected readonly activitiesOnly = ({ data }: CdkDrag<Partial<ActivityView>>): boolean =>
    data.moduleId !== undefined;
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

  protected titleOf(activity: ActivityView): string {
    return localText(activity.title, this.language.current()).text;
  }

  /** Dropped elsewhere, the other place has it; dropped here, it is in this list's order. */
  protected dropped({
    previousIndex,
    currentIndex,
    container,
    previousContainer,
  }: CdkDragDrop<unknown>): void {
    this.held.set(undefined);
    if (container === previousContainer) this.carrying.put(previousIndex, currentIndex);
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
