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
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ModuleView } from '@opiring/contract/curriculum';
import { Dates, Language, LocalPipe, localText } from '@opiring/platform/web';
import { Carrying } from './carrying';
import { standing } from './deeds';
import { moved } from './reorder';

/** The modules as a list, whose order a pointer, a finger or the keyboard changes. */
@Component({
  selector: 'op-module-order',
  imports: [CdkDrag, CdkDropList, LocalPipe, TranslocoPipe],
  templateUrl: './module-order.html',
  styleUrl: './module-order.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModuleOrder {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly dates = inject(Dates);
  readonly modules = input.required<readonly ModuleView[]>();
  readonly chosen = input<ModuleView>();
  readonly choose = output<ModuleView>();
  readonly reorder = output<{ module: ModuleView; position: number }>();

  protected readonly delay = { touch: 300, mouse: 0 };
  protected readonly countOf = (module: ModuleView): number => standing(module).length;
  protected readonly carrying = new Carrying<ModuleView>({
    items: () => this.modules(),
    titleOf: (module) => this.titleOf(module),
    say: (what, params) => this.words.translate(`curriculum.drag.${what}`, params),
    put: (module, position) => this.reorder.emit({ module, position }),
    handleOf: ({ id }) => this.handleOf(id),
    keepFocus: ({ id }) => afterNextRender(() => this.handleOf(id)?.focus(), { injector: this.injector }),
  });
  protected readonly shown = computed(() => {
    const lift = this.carrying.lift();
    return lift ? moved(this.modules(), lift.from, lift.to) : this.modules();
  });
  protected titleOf({ title }: ModuleView): string {
    return localText(title, this.language.current()).text;
  }
  protected dropped({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.carrying.put(previousIndex, currentIndex);
  }
  private handleOf(id: string): HTMLElement | null {
    return this.host.nativeElement.querySelector(`[data-handle="${id}"]`);
  }
}
