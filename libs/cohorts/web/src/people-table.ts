import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MemberView } from '@opiring/contract/cohorts';
import { Bead, Icon, Seat, Toasts } from '@opiring/platform/ui';
import { Dates, Problem } from '@opiring/platform/web';
import { People } from './people';
import { PersonMenu } from './person-menu';

const TABS = ['leaders', 'mentors', 'team'] as const;
type Tab = (typeof TABS)[number];

/** The people by role, with their mentor and state, and what one may arrange for each. */
@Component({
  selector: 'op-people-table',
  imports: [Bead, CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon, PersonMenu, Seat, TranslocoPipe],
  templateUrl: './people-table.html',
  styleUrl: './people-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleTable {
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly people = inject(People);
  protected readonly dates = inject(Dates);
  protected readonly tabs = TABS;
  protected readonly tab = signal<Tab>('leaders');
  protected readonly sought = signal('');
  protected readonly canAssign = computed(() => this.people.view()?.can.assign ?? false);
  protected readonly byTab = computed(() => ({
    leaders: this.people.leaders(),
    mentors: this.people.mentors(),
    team: this.people.team(),
  }));
  protected readonly shown = computed(() => {
    const sought = this.sought().trim().toLocaleLowerCase('et');
    const said = (p: MemberView): string =>
      `${p.name} ${p.municipality} ${p.email ?? ''}`.toLocaleLowerCase('et');
    return this.byTab()[this.tab()].filter((p) => said(p).includes(sought));
  });

  protected kindOf(person: MemberView): 'leader' | 'mentor' | 'org' {
    if (person.role === 'participant') return 'leader';
    return person.role === 'mentor' ? 'mentor' : 'org';
  }
  protected mentorOf(person: MemberView): MemberView | undefined {
    return this.people.mentors().find((m) => m.membershipId === person.mentorId);
  }

  protected async assign(leader: MemberView, mentor: MemberView): Promise<void> {
    try {
      await this.people.assign(leader, mentor);
      this.toasts.say(
        this.words.translate('cohorts.people.assigned', { leader: leader.name, mentor: mentor.name }),
      );
    } catch (error) {
      this.toasts.fail(
        this.words.translate(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown'),
      );
    }
  }

  /** Arrow keys go from tab to tab, as in any list of tabs. */
  protected step(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(this.tab()) + by + TABS.length) % TABS.length] ?? 'leaders';
    this.tab.set(next);
    this.host.nativeElement.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
}
