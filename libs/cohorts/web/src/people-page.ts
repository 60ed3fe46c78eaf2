import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, Loader } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { CircleOfPeople } from './circle-of-people';
import { InviteForm } from './invite-form';
import { MentorList } from './mentor-list';
import { People } from './people';
import { PeopleTable } from './people-table';

/** Inimesed: the circle for those in it; for those who arrange it, the list with everything one may arrange. */
@Component({
  selector: 'op-people-page',
  imports: [
    CircleOfPeople,
    ErrorState,
    InviteForm,
    Loader,
    MentorList,
    PeopleTable,
    RouterLink,
    TranslocoPipe,
  ],
  providers: [People],
  templateUrl: './people-page.html',
  styles: '.ad__g > * { min-width: 0; } .ad__more { margin-top: 1rem; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly me = inject(Me);
  protected readonly people = inject(People);
  /** From the address, where an admin looks at a cohort that is not theirs. */
  readonly cohortId = input<string>();

  constructor() {
    effect(() => this.people.cohortId.set(this.cohortId() ?? this.me.cohortId() ?? undefined));
  }

  protected counts(): Record<string, number> {
    const present = this.people.present(this.people.all());
    const of = (role: string): number => present.filter((p) => p.role === role).length;
    return {
      all: present.length,
      leaders: of('participant'),
      mentors: of('mentor'),
      organizers: of('organizer'),
      programLeaders: of('program_leader'),
    };
  }
}
