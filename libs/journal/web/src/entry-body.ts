import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, type TemplateRef, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentNode } from '@opiring/contract/journal';
import { type Passage, blocksWith, endingIn } from './passages';

/**
 * A person's text, drawn node by node from the schema: nothing of it is ever taken as markup.
 * Marked passages answer to hover, focus and press; on a phone `after` puts their notes right behind the block.
 */
@Component({
  selector: 'op-entry-body',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, TranslocoPipe],
  templateUrl: './entry-body.html',
  styleUrl: './entry-body.css',
  host: { '[attr.lang]': 'lang()' },
})
export class EntryBody {
  readonly body = input.required<DocumentNode>();
  readonly lang = input<string | null>(null);
  readonly passages = input<readonly Passage[]>([]);
  readonly active = input<string | null>(null);
  readonly after = input<TemplateRef<{ $implicit: string }> | null>(null);
  readonly hovered = output<string | null>();
  readonly pressed = output<string>();

  protected readonly kinds: Record<string, string> = {
    noticing: 'n',
    wondering: 'w',
    asking: 'a',
    offering: 'o',
  };
  protected readonly endingIn = endingIn;
  protected readonly blocks = computed(() => blocksWith(this.body(), this.passages()));
}
