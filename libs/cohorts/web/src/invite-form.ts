import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { Role } from '@opiring/contract/values';
import { Bead, Icon, Toasts } from '@opiring/platform/ui';
import { Problem } from '@opiring/platform/web';
import { type AddressLine, readLines } from './address-lines';
import { People } from './people';

const ROLES: readonly Role[] = ['participant', 'mentor', 'organizer', 'program_leader'];

/** Taking people in by their addresses, several at once. What is wrong with a line is said while it is written. */
@Component({
  selector: 'op-invite-form',
  imports: [Bead, Icon, TranslocoPipe],
  templateUrl: './invite-form.html',
  styleUrl: './invite-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteForm {
  private readonly people = inject(People);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly roles = ROLES;
  protected readonly text = signal('');
  protected readonly role = signal<Role>('participant');
  protected readonly sending = signal(false);
  /** Lines the server refused, with its reason. */
  protected readonly refused = signal<readonly { email: string; code: string }[]>([]);
  protected readonly lines = computed(() => {
    const here = this.people.all().filter((p) => p.role === this.role() && !p.ended);
    return readLines(
      this.text(),
      here.map((p) => p.email ?? ''),
    );
  });

  protected write(text: string): void {
    this.text.set(text);
    this.refused.set([]);
  }

  /** One by one, in the order written, so that seats follow it. What was refused stays in the field. */
  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { good } = this.lines();
    if (good.length === 0 || this.sending()) return;
    this.sending.set(true);
    this.refused.set([]);
    const kept: AddressLine[] = [];
    for (const person of good) {
      const code = await this.add(person);
      if (!code) continue;
      kept.push(person);
      this.refused.update((all) => [...all, { email: person.email, code }]);
    }
    const added = good.length - kept.length;
    if (added > 0) this.toasts.say(this.words.translate('cohorts.invite.added', { n: added }));
    this.text.set(this.withoutAdded(good, kept));
    this.sending.set(false);
    this.people.resource.reload();
  }

  private async add({ email, name, municipality, occupation }: AddressLine): Promise<string | undefined> {
    try {
      await this.people.add({ email, name, role: this.role(), municipality, occupation });
      return undefined;
    } catch (error) {
      const { code, status } = Problem.of(error);
      if (code === 'already-member' || code === 'seat-taken') return code;
      return status === 0 ? 'offline' : 'unknown';
    }
  }

  /** Faulty lines and refused people stay as they were written; whoever is in goes. */
  private withoutAdded(good: readonly AddressLine[], kept: readonly AddressLine[]): string {
    const done = new Set(good.filter((p) => !kept.includes(p)).map((p) => p.line));
    const faulty = new Set([...kept, ...this.lines().bad].map((p) => p.line));
    return this.text()
      .split(/\r?\n/)
      .filter((_, index) => faulty.has(index + 1) || !done.has(index + 1))
      .join('\n')
      .trim();
  }
}
