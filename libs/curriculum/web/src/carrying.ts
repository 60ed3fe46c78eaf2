import { signal } from '@angular/core';
import { type Lift, carried } from './reorder';

/** What a list that can be carried about in knows and does. */
export interface Carried<T> {
  items(): readonly T[];
  titleOf(item: T): string;
  say(what: string, params: Record<string, string | number>): string;
  put(item: T, to: number): void;
  handleOf(item: T): HTMLElement | null;
  /** The browser drops the focus of a row it moves. */
  keepFocus(item: T): void;
}

/** Picking up, carrying and putting down with the keyboard, told to whoever hears the page. */
export class Carrying<T extends { id: string }> {
  readonly lift = signal<Lift | undefined>(undefined);
  readonly said = signal('');
  constructor(private readonly list: Carried<T>) {}

  /** Keyboards and screen readers press the handle; a pointer drags it, and its click says nothing. */
  press(event: MouseEvent, item: T): void {
    if (event.detail > 0) return;
    const lift = this.lift();
    if (lift?.id === item.id) return this.putDown(lift, item);
    const from = this.list.items().indexOf(item);
    this.lift.set({ id: item.id, from, to: from });
    this.tell('lifted', { title: this.list.titleOf(item), n: from + 1, of: this.list.items().length });
  }

  carry(event: KeyboardEvent, item: T): void {
    const lift = this.lift();
    if (lift?.id !== item.id) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return this.letGo(lift, item);
    }
    const next = carried(lift, event.key, this.list.items().length);
    if (event.key.startsWith('Arrow')) event.preventDefault();
    if (!next) return;
    this.lift.set(next);
    this.tell('moved', { from: lift.to + 1, to: next.to + 1 });
    this.list.keepFocus(item);
  }

  /** Going elsewhere with something in hand leaves it where it was. Moving the row blurs it too, and is not going. */
  left(event: FocusEvent, item: T): void {
    const lift = this.lift();
    const to = event.relatedTarget;
    if (lift && to instanceof Element && !this.list.handleOf(item)?.contains(to))
      this.letGo(lift, item, false);
  }

  /** At once, by pointer or menu. */
  put(from: number, to: number): void {
    const item = this.list.items()[from];
    if (!item || from === to || to < 0 || to >= this.list.items().length) return;
    this.tell('moved', { from: from + 1, to: to + 1 });
    this.list.put(item, to);
  }

  private putDown(lift: Lift, item: T): void {
    this.lift.set(undefined);
    this.tell('dropped', { title: this.list.titleOf(item), to: lift.to + 1 });
    if (lift.from !== lift.to) this.list.put(item, lift.to);
    this.list.keepFocus(item);
  }

  private letGo(lift: Lift, item: T, refocus = true): void {
    this.lift.set(undefined);
    this.tell('cancelled', { title: this.list.titleOf(item), from: lift.from + 1 });
    if (refocus) this.list.keepFocus(item);
  }

  private tell(what: string, params: Record<string, string | number>): void {
    this.said.set(this.list.say(what, params));
  }
}
