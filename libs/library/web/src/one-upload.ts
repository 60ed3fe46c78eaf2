import { inject, signal } from '@angular/core';
import { Api, Problem, Uploads } from '@opiring/platform/web';

/** What refusals are called in our words; all else is "did not get there". */
const REFUSALS =
  /^(file-(empty|too-large|cut|kind|disguised|with-macros|locked|broken)|logo-(extent|moves)|offline)$/;

export interface Taken {
  /** In bytes. */
  most: number;
  endings: readonly string[];
}

/** What the browser knows before anything is sent; what is in the file only the server can tell. */
function refusalOf({ name, size }: File, { most, endings }: Taken): string {
  if (size === 0) return 'file-empty';
  if (size > most) return 'file-too-large';
  return endings.includes(name.split('.').at(-1)?.toLowerCase() ?? '') ? '' : 'file-kind';
}

/** One place for one file: sent up, replaced, taken away. */
export class OneUpload<T> {
  private readonly api = inject(Api);
  private readonly uploads = inject(Uploads);
  /** How much has gone up; null while nothing does. */
  readonly share = signal<number | null>(null);
  readonly refused = signal('');

  constructor(private readonly taken: () => Taken) {}

  /** The chooser's file on its way to the path; nothing where none came through. */
  async bring(event: Event, path: string): Promise<T | undefined> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return undefined;
    this.refused.set(refusalOf(file, this.taken()));
    if (this.refused()) return undefined;
    this.share.set(0.01);
    const progress = (share: number): void => this.share.set(Math.max(share, 0.01));
    const stop = new AbortController().signal;
    const done = await this.attempt(() =>
      this.uploads.send<T>(path, file, crypto.randomUUID(), progress, stop),
    );
    this.share.set(null);
    return done;
  }

  remove(path: string): Promise<T | undefined> {
    this.refused.set('');
    return this.attempt(() => this.api.delete<T>(path));
  }

  private async attempt(deed: () => Promise<T>): Promise<T | undefined> {
    try {
      return await deed();
    } catch (error) {
      const { code } = Problem.of(error);
      this.refused.set(REFUSALS.test(code) ? code : 'unknown');
      return undefined;
    }
  }
}
