import { TestBed } from '@angular/core/testing';
import type { CdkDrag } from '@angular/cdk/drag-drop';
import { Subject } from 'rxjs';
import { aCurriculum } from './fixtures';
import { InHand } from './in-hand';

const [here, there] = aCurriculum().modules;
type Moved = { pointerPosition: { x: number; y: number } };

/** A page whose upper half belongs to one module: what lies where is asked of the page alone. */
function page() {
  const target = document.createElement('li');
  target.dataset['takes'] = there!.id;
  const name = target.appendChild(document.createElement('b'));
  document.elementFromPoint = (_, y) => (y < 100 ? name : document.body);
  const [moved, ended] = [new Subject<Moved>(), new Subject<void>()];
  const hand = TestBed.configureTestingModule({ providers: [InHand] }).inject(InHand);
  const take = (): void =>
    hand.take([here!.activities[0]!], { source: { moved, ended } as unknown as CdkDrag });
  return { hand, take, ended, moveTo: (y: number) => moved.next({ pointerPosition: { x: 5, y } }) };
}

describe('what a pointer carries', () => {
  it('is taken by every module but its own', () => {
    const { hand, take } = page();
    expect(hand.takes(there!)).toBe(false);
    take();
    expect(hand.takes(there!)).toBe(true);
    expect(hand.takes(here!)).toBe(false);
  });

  it('says over which module it is, and goes where it is let go', () => {
    const { hand, take, moveTo } = page();
    take();
    moveTo(50);
    expect(hand.over()).toBe(there!.id);
    moveTo(500);
    expect(hand.over()).toBeUndefined();
    expect(hand.letGo({ x: 5, y: 60 })).toBe(there!.id);
    expect(hand.any()).toBe(false);
  });

  it('goes nowhere beside the modules, nor when nothing is carried', () => {
    const { hand, take, ended, moveTo } = page();
    take();
    expect(hand.letGo({ x: 5, y: 500 })).toBeUndefined();
    expect(hand.letGo({ x: 5, y: 50 })).toBeUndefined();
    ended.next();
    moveTo(50);
    expect(hand.over()).toBeUndefined();
  });
});
