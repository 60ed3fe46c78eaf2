import type { CdkDrag } from '@angular/cdk/drag-drop';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';

interface Point {
  x: number;
  y: number;
}

/**
 * Activities a pointer carries over the page, and the module they would go into. What lies under the pointer is asked anew at each
 * step: places remembered from the beginning are wrong as soon as the page scrolls. A keyboard has the menus instead.
 */
@Injectable()
export class InHand {
  private readonly document = inject(DOCUMENT);
  private readonly held = signal<readonly ActivityView[]>([]);
  readonly activities = this.held.asReadonly();
  readonly any = computed(() => this.held().length > 0);
  /** The id of the module under the pointer. */
  readonly over = signal<string | undefined>(undefined);

  takes(module: ModuleView): boolean {
    return this.held().some(({ moduleId }) => moduleId !== module.id);
  }
  has(id: string): boolean {
    return this.held().some((activity) => activity.id === id);
  }

  take(activities: readonly ActivityView[], { source }: { source: CdkDrag }): void {
    this.held.set(activities);
    // Heard here and not in a template, which would be checked again with every pixel.
    const moving = source.moved.subscribe(({ pointerPosition }) =>
      this.over.set(this.moduleAt(pointerPosition)),
    );
    source.ended.subscribe(() => moving.unsubscribe());
  }

  /** Where it was let go; undefined where no module takes it. */
  letGo(at: Point): string | undefined {
    const over = this.held().length > 0 ? this.moduleAt(at) : undefined;
    this.held.set([]);
    this.over.set(undefined);
    return over;
  }

  private moduleAt({ x, y }: Point): string | undefined {
    const target = this.document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-takes]');
    return target?.dataset['takes'];
  }
}
