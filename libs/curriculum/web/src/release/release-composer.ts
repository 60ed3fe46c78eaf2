import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ModuleView } from '@opiring/contract/curriculum';
import type { ReleaseFault, ReleaseLeaf } from '@opiring/contract/release';
import { leavesOf, MOST_RELEASE_LEAVES } from '@opiring/contract/release.values';
import { Icon } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { ConditionEditor } from './condition-editor';
import { FaultWords } from './fault-words';
import {
  draftOf,
  other,
  placesOf,
  ruleIn,
  ruleOf,
  ruleText,
  without,
  withLeaf,
  withMore,
} from './rule-draft';
import { ReleaseWords } from './release-words';

/** „Millal see avaneb?“: the rule as a sentence whose parts are buttons, and below it the part one has taken in hand. */
@Component({
  selector: 'op-release-composer',
  imports: [ConditionEditor, Icon, TranslocoPipe],
  templateUrl: './release-composer.html',
  styleUrl: './release-composer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseComposer {
  private readonly words = inject(ReleaseWords);
  private readonly faultWords = inject(FaultWords);
  private readonly dates = inject(Dates);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  /** The rule as text; empty where the thing says nothing itself. */
  readonly rule = model.required<string>();
  /** Whose rule it is, so that it is not offered to wait for itself; absent while it is new. */
  readonly of = input<string>();
  /** What opens it where there is no rule. */
  readonly otherwise = input.required<string>();
  readonly modules = input.required<readonly ModuleView[]>();
  readonly meetings = input.required<readonly MeetingView[]>();
  readonly faults = input<readonly ReleaseFault[]>([]);

  protected readonly draft = computed(() => draftOf(ruleIn(this.rule())));
  protected readonly chosen = linkedSignal<string | undefined, number | undefined>({
    source: () => this.of(),
    computation: () => undefined,
  });
  protected readonly places = computed(() => placesOf(this.draft()));
  protected readonly full = computed(() => this.places().length >= MOST_RELEASE_LEAVES);
  protected readonly joined = computed(() => this.draft().items.length > 1);
  protected readonly current = computed(() => {
    const at = this.chosen();
    const place = at === undefined ? undefined : this.places()[at];
    const leaf = place && this.draft().items[place.item]?.[place.part];
    return place && leaf && at !== undefined ? { at, place, leaf } : undefined;
  });
  /** What stands beside a condition is of the other kind than what joins the whole. */
  protected readonly beside = computed(() => (this.joined() ? other(this.draft().outer) : undefined));

  protected sentence() {
    const rule = ruleIn(this.rule());
    return rule ? this.words.parts(rule) : [];
  }
  protected preview(): string {
    const rule = ruleIn(this.rule());
    return rule ? this.words.sentence(rule) : '';
  }
  protected readonly faulty = (leaf: number): boolean => this.faults().some((fault) => fault.leaf === leaf);
  protected said(fault: ReleaseFault): string {
    return this.faultWords.say(fault);
  }

  protected take(at: number): void {
    this.chosen.set(this.chosen() === at ? undefined : at);
  }

  protected join(outer: string): void {
    this.rule.set(ruleText(ruleOf({ ...this.draft(), outer: outer === 'any' ? 'any' : 'all' })));
  }

  protected change(leaf: ReleaseLeaf): void {
    const place = this.current()?.place;
    if (place) this.rule.set(ruleText(ruleOf(withLeaf(this.draft(), place, leaf))));
  }

  /** A further condition comes in hand at once. */
  protected add(beside?: number): void {
    const draft = withMore(this.draft(), this.offered(), beside);
    this.rule.set(ruleText(ruleOf(draft)));
    const places = placesOf(untracked(this.draft));
    const at = beside === undefined ? places.length - 1 : places.findLastIndex(({ item }) => item === beside);
    this.chosen.set(at);
    this.focus('op-condition select');
  }

  protected remove(): void {
    const place = this.current()?.place;
    if (!place) return;
    this.rule.set(ruleText(ruleOf(without(this.draft(), place))));
    this.chosen.set(undefined);
    this.focus('.rl__v, .rc__add');
  }

  protected close(): void {
    const at = this.chosen();
    this.chosen.set(undefined);
    this.focus(`[data-leaf="${at}"]`);
  }

  /** The meeting that comes next, else the day it is: something that can be met. */
  private offered(): ReleaseLeaf {
    const used = leavesOf(ruleIn(this.rule()) ?? { when: 'all', of: [] });
    const meeting = this.meetings().find(
      ({ id, state }) =>
        state === 'planned' && !used.some((leaf) => leaf.when === 'meeting' && leaf.meetingId === id),
    );
    return meeting
      ? { when: 'meeting', meetingId: meeting.id, days: 0 }
      : { when: 'date', on: this.dates.today() };
  }

  private focus(selector: string): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus());
  }
}
