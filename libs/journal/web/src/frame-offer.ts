import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { DocumentNode } from '@opiring/contract/journal';
import { framed, frameHeadings, type FrameName, frameNames } from './frames';

/** Help for an empty page: the frame the organizer chose, or any. It is gone with the first letter. */
@Component({
  selector: 'op-frame-offer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="fr row" role="group" [attr.aria-label]="'journal.frame.title' | transloco">
      <span class="cap">{{ 'journal.frame.title' | transloco }}</span>
      @for (name of offered(); track name) {
        <button type="button" class="txt" (click)="begin(name)">
          {{ 'journal.frame.name.' + name | transloco }}
        </button>
      }
    </div>
  `,
  styles: `
    .fr {
      --sp: 0.25rem 1rem;
      flex-wrap: wrap;
      margin-top: 1rem;
    }
  `,
})
export class FrameOffer {
  /** The organizer's choice for this activity; it stands first. */
  readonly frame = input<string | null>(null);
  readonly chosen = output<DocumentNode>();
  private readonly words = inject(TranslocoService);

  protected readonly offered = computed<readonly FrameName[]>(() =>
    this.frame() === 'empty'
      ? []
      : frameNames.toSorted((one, other) => Number(other === this.frame()) - Number(one === this.frame())),
  );

  protected begin(name: FrameName): void {
    const headings = frameHeadings[name].map((each) =>
      this.words.translate<string>(`journal.frame.heading.${each}`),
    );
    this.chosen.emit(framed(headings));
  }
}
