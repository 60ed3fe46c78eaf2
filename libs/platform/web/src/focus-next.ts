import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';

/**
 * Moves the focus on where a deed takes away what had it: `private readonly focusOn = focusNext()` within a component, then
 * `focusOn('form input', 'h2')`. Once the screen shows what was done, the first selector that finds something within gets it.
 */
export function focusNext(): (...selectors: string[]) => void {
  const within = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  return (...selectors) => {
    const found = () => selectors.flatMap((one) => within.querySelector<HTMLElement>(one) ?? [])[0];
    afterNextRender(() => found()?.focus(), { injector });
  };
}
