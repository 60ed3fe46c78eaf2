import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Seat } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { People } from './people';

/** The circle as everybody in it sees it: leaders in seat order, mentors at the opening, the team. */
@Component({
  selector: 'op-circle-of-people',
  imports: [Seat, TranslocoPipe],
  template: `
    @for (group of groups(); track group.key) {
      <section [attr.aria-labelledby]="'group-' + group.key">
        <h2 [id]="'group-' + group.key">{{ 'cohorts.people.' + group.key | transloco }}</h2>
        <ul class="cp">
          @for (person of group.people; track person.membershipId) {
            <li class="per">
              <op-seat
                [name]="person.name"
                [kind]="group.kind"
                [seat]="person.seat"
                [of]="people.seats()"
                [size]="56"
              />
              <span>
                <b>{{ person.name }}</b>
                @if (person.membershipId === mine()) {
                  <span class="tag">{{ 'cohorts.people.you' | transloco }}</span>
                }
                @if (group.kind === 'org') {
                  <span class="cap">{{ 'role.' + person.role | transloco }}</span>
                }
                <span class="cap">{{ person.municipality }}</span>
                <span class="cap">{{ person.occupation }}</span>
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: 3rem;
    }
    h2 {
      font-size: var(--t-24);
      margin-bottom: 1rem;
    }
    .cp {
      list-style: none;
      margin: 0;
      padding: 0;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
      gap: 1.25rem 2rem;
    }
    b {
      display: inline-block;
      margin-right: 0.4rem;
    }
    .tag {
      min-height: 1.4rem;
    }
    .cap:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CircleOfPeople {
  private readonly me = inject(Me);
  protected readonly people = inject(People);
  protected readonly mine = computed(() => this.me.membership()?.id);
  protected readonly groups = computed(() =>
    [
      { key: 'leaders', kind: 'leader' as const, people: this.people.present(this.people.leaders()) },
      { key: 'mentors', kind: 'mentor' as const, people: this.people.present(this.people.mentors()) },
      { key: 'team', kind: 'org' as const, people: this.people.present(this.people.team()) },
    ].filter((group) => group.people.length > 0),
  );
}
