import { Injectable, computed, inject, signal } from '@angular/core';
import type { MeView, MembershipView } from '@opiring/contract/identity';
import { Api } from './api';
import { Language } from './language';
import { lastPerson, rememberPerson } from './last-person';
import { Problem } from './problem';
import { remember, remembered } from './remembered';

/** The role one looks through now. */
export type CurrentRole = MembershipView['role'] | 'admin';

/** Milliseconds to wait for the server where the device knows who was here last. */
const PATIENCE = 3000;
const unreachable = (error: unknown): boolean => [0, 502, 503, 504].includes(Problem.of(error).status);

export interface Farewell {
  agreed(): Promise<boolean>;
  wipe(): Promise<unknown>;
}

/** Who is signed in, and which of their memberships the pages are about. */
@Injectable({ providedIn: 'root' })
export class Me {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly view = signal<MeView | null | undefined>(undefined);
  private readonly chosen = signal(remembered('membership'));
  private asking: Promise<MeView | null> | undefined;
  private begun: Promise<MeView> | undefined;

  /** `undefined` until asked, `null` when nobody is signed in. */
  readonly known = computed(() => this.view() !== undefined);
  readonly account = computed(() => this.view()?.account ?? null);
  readonly memberships = computed(() => this.view()?.memberships ?? []);
  /** The membership in use: the chosen one, else the first (active ones stand first). Null for an admin at work. */
  readonly membership = computed<MembershipView | null>(() => {
    const all = this.memberships();
    if (this.chosen() === 'admin' && this.account()?.admin) return null;
    return all.find(({ id }) => id === this.chosen()) ?? all[0] ?? null;
  });
  readonly cohortId = computed(() => this.membership()?.cohortId ?? null);
  readonly timeZone = computed(() => this.membership()?.timeZone ?? 'Europe/Tallinn');
  readonly role = computed<CurrentRole | null>(
    () => this.membership()?.role ?? (this.account()?.admin ? 'admin' : null),
  );

  private farewell: Farewell = { agreed: () => Promise.resolve(true), wipe: () => Promise.resolve() };

  /** Sends the first question while the app is still being put together; `load` takes the answer. */
  begin(): void {
    this.begun = this.api.get<MeView>('/api/me');
    this.begun.catch(() => undefined);
  }

  /** Asks the server once; later calls share the answer. */
  load(): Promise<MeView | null> {
    return (this.asking ??= this.ask());
  }

  /** After signing in: only the server's word counts. */
  reload(): Promise<MeView | null> {
    return (this.asking = this.askServer());
  }

  choose(membershipId: string): void {
    remember('membership', membershipId);
    this.chosen.set(membershipId);
  }

  /** False when there was something to lose and the person stays. */
  async signOut(): Promise<boolean> {
    if (!(await this.mayLeave())) return false;
    await this.api.delete('/api/session').catch((error: unknown) => {
      // Signed out already: this device is still to be cleared.
      if (Problem.of(error).status !== 401) throw error;
    });
    await this.forget();
    return true;
  }

  /** Asks where signing out would lose something. */
  mayLeave(): Promise<boolean> {
    return this.farewell.agreed();
  }

  /** What must be asked, and gone from this device, before somebody else sits down at it. */
  atFarewell(farewell: Farewell): void {
    this.farewell = farewell;
  }

  /** After signing out, here or everywhere. */
  async forget(): Promise<void> {
    await this.farewell.wipe();
    this.view.set(null);
    this.asking = Promise.resolve(null);
    remember('membership', null);
    rememberPerson(null);
    this.chosen.set(null);
  }

  /** Where no answer comes, or not soon, whoever was here last is here still: their texts wait on this device. */
  private ask(): Promise<MeView | null> {
    const last = lastPerson();
    const asked = this.askServer();
    if (!last) return asked;
    const stay = (): MeView => {
      this.asking = undefined;
      this.view.set(last);
      return last;
    };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(stay()), PATIENCE);
      asked
        .then(resolve, (error: unknown) => (unreachable(error) ? resolve(stay()) : reject(Problem.of(error))))
        .finally(() => clearTimeout(timer));
    });
  }

  private async askServer(): Promise<MeView | null> {
    try {
      const asked = this.begun ?? this.api.get<MeView>('/api/me');
      this.begun = undefined;
      const view = await asked;
      this.view.set(view);
      this.language.suggest(view.account.locale);
      rememberPerson(view);
      return view;
    } catch (error) {
      if (Problem.of(error).status !== 401) {
        this.asking = undefined;
        throw error;
      }
      // Where the page has begun already, its next request asks to sign in where one is.
      if (!this.view()) this.view.set(null);
      return null;
    }
  }
}
