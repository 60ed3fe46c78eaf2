import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@opiring/contract/cohorts';
import type { MirrorEntryView, MirrorRoleView, MirrorView } from '@opiring/contract/mirror';
import { Attendance, Bead, CircleMark, Icon, Seat, beadOf } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { ExceptionList } from './exception-list';

/** What those of one role see of me: my texts that are open to them, and what their pages tell of my days. */
@Component({
  selector: 'op-mirror-role',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Attendance, Bead, CircleMark, ExceptionList, Icon, RouterLink, Seat, TranslocoPipe],
  templateUrl: './mirror-role.html',
  styleUrl: './mirror-role.css',
})
export class MirrorRoleSection {
  protected readonly dates = inject(Dates);
  readonly of = input.required<MirrorRoleView>();
  /** Whose mirror it is. */
  readonly me = input('');
  readonly meetings = input.required<MirrorView['meetings']>();
  protected readonly beadOf = beadOf;
  /** A meeting called off or yet to come has no square until something is recorded for it. */
  protected readonly attendance = computed(() => {
    const all = this.of().row?.attendance ?? this.of().attendance;
    return all?.filter((state, index) => state !== null || this.meetings()[index] === 'held') ?? [];
  });
  /** Those whose names one reads at a glance; a whole cohort is drawn as seats. */
  protected readonly few = computed(() => this.of().people.length <= 4);
  protected readonly nothing = computed(() => {
    const { entries, conversations, row, standing, circles, address, practicum, exceptions } = this.of();
    const told = [...entries, ...conversations, ...(circles ?? []), ...this.attendance(), ...exceptions];
    return told.length === 0 && !row && !standing && !address && !practicum;
  });

  protected seatOf({ role }: PersonView): 'leader' | 'mentor' | 'org' {
    return role === 'participant' ? 'leader' : role === 'mentor' ? 'mentor' : 'org';
  }

  /** Whose names to say: a share names those who were there on its day, who may be fewer than are there now. */
  protected readersOf({ readers }: MirrorEntryView): string {
    return readers.length < this.of().people.length ? readers.map(({ name }) => name).join(', ') : '';
  }
}
