import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AnnouncementPreview } from '@opiring/contract/announcements';
import type { AnnounceEdition } from '@opiring/contract/publishing';
import { Field } from '@opiring/platform/ui';
import { Api, Language, Me } from '@opiring/platform/web';

/** Whether the cohort is told of what is published: it is not, unless one says so, reads the words and sees whom they reach. */
@Component({
  selector: 'op-announce-choice',
  imports: [Field, TranslocoPipe],
  template: `
    <label class="opt"
      ><input type="checkbox" [checked]="on()" (change)="turn($any($event.target).checked)" /><span
        >{{ 'curriculum.announce.choose' | transloco
        }}<span class="cap">{{ 'curriculum.announce.hint' | transloco }}</span></span
      ></label
    >
    @if (on()) {
      <op-field for="ann-title" [label]="'curriculum.announce.title' | transloco">
        <input
          class="in"
          id="ann-title"
          maxlength="200"
          [value]="title()"
          (input)="title.set($any($event.target).value); tell()"
        />
      </op-field>
      <op-field for="ann-body" [label]="'curriculum.announce.body' | transloco">
        <textarea
          class="in"
          id="ann-body"
          rows="3"
          maxlength="5000"
          [value]="body()"
          (input)="body.set($any($event.target).value); tell()"
        ></textarea>
      </op-field>
      @if (reach(); as people) {
        <p class="cap" role="status">{{ 'curriculum.announce.reach' | transloco: people }}</p>
      }
    }
  `,
  styles: `
    .opt .cap {
      display: block;
    }
    op-field {
      display: block;
      margin-top: 0.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnnounceChoice {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(Language);
  /** The words to be sent; undefined where nobody is told, and null while they are not whole. */
  readonly chosen = output<AnnounceEdition | undefined | null>();

  protected readonly on = signal(false);
  protected readonly title = signal('');
  protected readonly body = signal('');
  private readonly preview = signal<AnnouncementPreview | undefined>(undefined);
  protected readonly reach = computed(() => {
    const preview = this.preview();
    return preview && { n: preview.count, letters: preview.mailed };
  });

  protected turn(on: boolean): void {
    this.on.set(on);
    if (on && !this.title()) {
      this.title.set(this.words.translate('curriculum.announce.titleWords'));
      this.body.set(this.words.translate('curriculum.announce.bodyWords'));
    }
    if (on && !this.preview()) void this.look();
    this.tell();
  }

  protected tell(): void {
    const [title, body] = [this.title().trim(), this.body().trim()];
    const whole = title && body ? { title, body, lang: this.language.current() } : null;
    this.chosen.emit(this.on() ? whole : undefined);
  }

  /** Whom it would reach now; without an answer one may still publish. */
  private async look(): Promise<void> {
    const path = `/api/cohorts/${this.me.cohortId()}/announcements/preview`;
    const found = await this.api
      .post<AnnouncementPreview>(path, { audience: 'cohort' })
      .catch(() => undefined);
    this.preview.set(found);
  }
}
