import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { EntryView } from '@opiring/contract/journal';
import type { ConversationView, NoteView, ReplyView, WriteNote } from '@opiring/contract/mentoring';
import type { Passage } from '@opiring/journal/web';
import { Api } from '@opiring/platform/web';

/** One entry being read, and what is said about it. Lives as long as what shows it. */
@Injectable()
export class Conversation {
  private readonly api = inject(Api);
  private readonly id = signal<string | undefined>(undefined);

  readonly entry = httpResource<EntryView>(() => this.under());
  readonly talk = httpResource<ConversationView>(() => this.under('notes'));
  readonly notes = computed(() => (this.talk.hasValue() ? this.talk.value().notes : []));
  readonly canNote = computed(() => this.talk.hasValue() && this.talk.value().can.note);
  /** The author invited an offer. */
  readonly canOffer = computed(() => this.talk.hasValue() && this.talk.value().can.offer === true);
  /** The notes' passages, as the text marks them. */
  readonly passages = computed(() =>
    this.notes().flatMap(({ id, kind, anchor }): Passage[] => (anchor ? [{ id, kind, ...anchor }] : [])),
  );

  open(id: string | undefined): void {
    this.id.set(id);
  }

  reload(): void {
    this.entry.reload();
    this.talk.reload();
  }

  async note(body: WriteNote): Promise<void> {
    await this.api.post<NoteView>(`/api/entries/${this.id()}/notes`, body, { once: crypto.randomUUID() });
    this.talk.reload();
  }

  async reply(note: NoteView, body: string): Promise<void> {
    await this.api.post<ReplyView>(`/api/notes/${note.id}/replies`, { body }, { once: crypto.randomUUID() });
    this.talk.reload();
  }

  async thank(note: NoteView): Promise<void> {
    if (note.thankedAt) await this.api.delete(`/api/notes/${note.id}/thanks`);
    else await this.api.put(`/api/notes/${note.id}/thanks`);
    this.talk.reload();
  }

  private under(what?: string): string | undefined {
    const id = this.id();
    return id ? `/api/entries/${id}${what ? `/${what}` : ''}` : undefined;
  }
}
