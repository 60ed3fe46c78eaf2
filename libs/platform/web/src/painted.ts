import { type Signal, afterRenderEffect, signal, untracked } from '@angular/core';

/** Milliseconds after which it comes, idle or not. */
const PATIENCE = 400;
/** Safari knows no idle time. */
const whenIdle = (deed: () => void): number =>
  'requestIdleCallback' in globalThis
    ? requestIdleCallback(deed, { timeout: PATIENCE })
    : Number(setTimeout(deed));
const forget = (idle: number): void =>
  'cancelIdleCallback' in globalThis ? cancelIdleCallback(idle) : clearTimeout(idle);

/**
 * False until what `shown` waits for has been painted, then true: what stands further down can come after what one looks at
 * first. To be called where a component is made.
 */
export function paintedOnce(shown: () => boolean): Signal<boolean> {
  const painted = signal(false);
  afterRenderEffect((onCleanup) => {
    if (!shown() || untracked(painted)) return;
    // A frame begins before its painting; what is asked for within it comes after, once whoever is here is served.
    let idle: number | undefined;
    const frame = requestAnimationFrame(() => {
      idle = whenIdle(() => painted.set(true));
    });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      if (idle !== undefined) forget(idle);
    });
  });
  return painted.asReadonly();
}
