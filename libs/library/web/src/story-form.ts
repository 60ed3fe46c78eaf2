import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberView } from '@opiring/contract/cohorts';
import type { ShelfDraftView, StoryPerson } from '@opiring/contract/shelf';
import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { Api } from '@opiring/platform/web';
import type { Deed } from './shelf-editor';
import { TextInLanguages } from './text-in-languages';

/** A new story: its words and who is in it. It stands nowhere until they agree. */
@Component({
  selector: 'op-story-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TextInLanguages, TranslocoPipe],
  templateUrl: './story-form.html',
  styles: 'form { display: grid; gap: 1rem; } form ul { margin: 0; }',
})
export class StoryForm {
  private readonly api = inject(Api);
  readonly language = input.required<Locale>();
  readonly members = input.required<readonly MemberView[]>();
  readonly path = input.required<string>();
  readonly attempt = input.required<Deed>();
  readonly closed = output();

  protected readonly title = signal<LocalText>({});
  protected readonly text = signal<LocalText>({});
  protected readonly author = signal('');
  protected readonly url = signal('');
  protected readonly people = signal<readonly StoryPerson[]>([]);
  protected readonly lacking = signal(false);
  private readonly once = crypto.randomUUID();

  protected add(name: string, membershipId?: string): void {
    const said = name.trim();
    if (!said || this.people().some((one) => membershipId && one.membershipId === membershipId)) return;
    this.people.update((all) => [...all, membershipId ? { name: said, membershipId } : { name: said }]);
  }
  protected addMember(membershipId: string): void {
    const member = this.members().find((one) => one.membershipId === membershipId);
    if (member) this.add(member.name, membershipId);
  }
  protected drop(person: StoryPerson): void {
    this.people.update((all) => all.filter((one) => one !== person));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const titled = Object.values(this.title()).some((said) => said?.trim());
    this.lacking.set(!titled || !this.author().trim() || !this.people().length);
    if (this.lacking()) return;
    const story = {
      title: this.title(),
      author: this.author().trim(),
      text: this.text(),
      url: this.url().trim() || null,
      people: this.people(),
    };
    const kept = await this.attempt()('library.keep.saved', () =>
      this.api.post<ShelfDraftView>(`${this.path()}/stories`, story, { once: this.once }),
    );
    if (kept) this.closed.emit();
  }
}
