import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NoteKind } from '@opiring/contract/mentoring';
import { NoteKind as NoteKindMark } from '@opiring/platform/ui';

/** A note's kind: its line, and its word. */
@Component({
  selector: 'op-kind',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NoteKindMark, TranslocoPipe],
  host: { class: 'kd' },
  template: `<op-note-kind [kind]="kind()" />{{ 'noteKind.' + kind() | transloco }}`,
})
export class KindLine {
  readonly kind = input.required<NoteKind>();
}
