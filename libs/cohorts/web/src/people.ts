import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { AddMember, AgreePause, MemberView, PeopleView } from '@opiring/contract/cohorts';
import { Api } from '@opiring/platform/web';

/** The people of one cohort while somebody looks at them or arranges them. Lives as long as the page. */
@Injectable()
export class People {
  private readonly api = inject(Api);
  readonly cohortId = signal<string | undefined>(undefined);

  readonly resource = httpResource<PeopleView>(() => {
    const cohortId = this.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/people` : undefined;
  });
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  readonly all = computed(() => this.view()?.people ?? []);
  readonly leaders = computed(() =>
    this.all()
      .filter((p) => p.role === 'participant')
      .sort(bySeat),
  );
  readonly mentors = computed(() => this.all().filter((p) => p.role === 'mentor'));
  readonly team = computed(() =>
    this.all().filter((p) => p.role === 'organizer' || p.role === 'program_leader'),
  );
  readonly seats = computed(() => Math.max(10, ...this.leaders().map((p) => p.seat ?? 0)));

  /** Who is there in fact: an ended membership stays in the list, and counts nowhere. */
  present(people: readonly MemberView[]): MemberView[] {
    return people.filter((p) => !p.ended);
  }
  accompaniedBy(mentor: MemberView): MemberView[] {
    return this.present(this.leaders()).filter((p) => p.mentorId === mentor.membershipId);
  }
  partnerOf(person: MemberView): MemberView | undefined {
    return this.all().find((p) => p.membershipId === person.partnerId);
  }

  add(body: AddMember): Promise<MemberView> {
    return this.api.post<MemberView>(`/api/cohorts/${this.cohortId()}/people`, body, {
      once: crypto.randomUUID(),
    });
  }
  async assign(leader: MemberView, mentor: MemberView): Promise<void> {
    const path = `/api/cohorts/${this.cohortId()}/participants/${leader.membershipId}/mentor`;
    await this.api.put(path, { mentorId: mentor.membershipId });
    this.resource.reload();
  }
  async pair(first: MemberView, secondId: string): Promise<void> {
    const body = { firstId: first.membershipId, secondId };
    await this.api.post(`/api/cohorts/${this.cohortId()}/pairs`, body, { once: crypto.randomUUID() });
    this.resource.reload();
  }
  async part(person: MemberView): Promise<void> {
    await this.api.delete(`/api/pairs/${person.pairId}`);
    this.resource.reload();
  }
  async pause(person: MemberView, pause: AgreePause): Promise<void> {
    const path = `/api/cohorts/${this.cohortId()}/members/${person.membershipId}/pauses`;
    await this.api.post(path, pause, { once: crypto.randomUUID() });
    this.resource.reload();
  }
  async endPause(person: MemberView): Promise<void> {
    await this.api.delete(`/api/cohorts/${this.cohortId()}/members/${person.membershipId}/pauses`);
    this.resource.reload();
  }
  async end(person: MemberView): Promise<void> {
    await this.api.delete(`/api/memberships/${person.membershipId}`);
    this.resource.reload();
  }

  /** The next page of a large cohort, put after what is shown. */
  async more(): Promise<void> {
    const after = this.view()?.next;
    if (!after) return;
    const page = await this.api.get<PeopleView>(`/api/cohorts/${this.cohortId()}/people?after=${after}`);
    this.resource.value.update((view) => {
      if (!view) return view;
      const { next: _shown, ...kept } = view;
      return { ...kept, people: [...view.people, ...page.people], ...(page.next ? { next: page.next } : {}) };
    });
  }
}

const bySeat = (a: MemberView, b: MemberView): number => (a.seat ?? 0) - (b.seat ?? 0);
