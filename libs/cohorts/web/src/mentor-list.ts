import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberView } from '@opiring/contract/cohorts';
import { initialsOf } from '@opiring/platform/ui';
import { People } from './people';
import { type RingPart, ringParts } from './ring-parts';

interface Accompanying {
  mentor: MemberView;
  initials: string;
  leaders: MemberView[];
  ring: RingPart[];
  names: string;
}

/** Whom each mentor accompanies, as seats of the ring and in words; and who has nobody yet. */
@Component({
  selector: 'op-mentor-list',
  imports: [TranslocoPipe],
  template: `
    <section class="ad__m" aria-labelledby="mentors-h">
      <h2 id="mentors-h">{{ 'cohorts.people.mentors' | transloco }}</h2>
      <ul>
        @for (each of all(); track each.mentor.membershipId) {
          <li>
            <svg class="mr" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
              @for (part of each.ring; track part.seat) {
                <path [attr.d]="part.path" [class.y]="part.filled" />
              }
              <text x="32" y="33">{{ each.initials }}</text>
            </svg>
            <span
              ><b>{{ each.mentor.name }}</b
              ><span class="cap">{{
                (each.leaders.length ? 'cohorts.people.accompanies' : 'cohorts.people.accompaniesNobody')
                  | transloco: { n: each.leaders.length, names: each.names }
              }}</span></span
            >
          </li>
        }
      </ul>
      @if (alone().length) {
        <p class="cap">
          {{ 'cohorts.people.withoutMentor' | transloco: { n: alone().length, names: firstNames(alone()) } }}
        </p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MentorList {
  private readonly people = inject(People);
  protected readonly all = computed<Accompanying[]>(() =>
    this.people.present(this.people.mentors()).map((mentor) => {
      const leaders = this.people.accompaniedBy(mentor);
      const seats = new Set(leaders.map((p) => p.seat ?? 0));
      return {
        mentor,
        initials: initialsOf(mentor.name),
        leaders,
        ring: ringParts(this.people.seats(), seats),
        names: this.firstNames(leaders),
      };
    }),
  );
  protected readonly alone = computed(() =>
    this.people.present(this.people.leaders()).filter((p) => !p.mentorId),
  );

  protected firstNames(people: readonly MemberView[]): string {
    return people.map((p) => p.name.split(' ')[0] ?? p.name).join(', ');
  }
}
