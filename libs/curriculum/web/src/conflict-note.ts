import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ActivityView } from '@opiring/contract/curriculum';
import { type ActivityFields, fieldsOf } from './activity-form';
import { ReleaseWords } from './release/release-words';
import { ruleIn } from './release/rule-draft';

/** Somebody else saved the same activity meanwhile: both are shown, field by field, and the person takes one. */
@Component({
  selector: 'op-conflict',
  imports: [TranslocoPipe],
  template: `
    <div class="df" role="alert">
      <h3 class="kick">{{ 'curriculum.conflict.title' | transloco }}</h3>
      <p>{{ 'curriculum.conflict.body' | transloco }}</p>
      <dl>
        @for (row of rows(); track row.name) {
          <div>
            <dt>
              {{ 'curriculum.activity.' + row.name | transloco }}:
              {{ 'curriculum.conflict.theirs' | transloco }}
            </dt>
            <dd>{{ row.theirs }}</dd>
            <dt>
              {{ 'curriculum.activity.' + row.name | transloco }}:
              {{ 'curriculum.conflict.mine' | transloco }}
            </dt>
            <dd>
              <ins>{{ row.mine }}</ins>
            </dd>
          </div>
        }
      </dl>
      <div class="row">
        <button type="button" class="btn btn--line btn--s" (click)="takeTheirs.emit()">
          {{ 'curriculum.conflict.takeTheirs' | transloco }}
        </button>
        <button type="button" class="btn btn--line btn--s" (click)="takeMine.emit()">
          {{ 'curriculum.conflict.takeMine' | transloco }}
        </button>
      </div>
    </div>
  `,
  styles: '.row { margin-top: 0.875rem; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictNote {
  private readonly words = inject(TranslocoService);
  private readonly releases = inject(ReleaseWords);
  readonly mine = input.required<ActivityFields>();
  readonly theirs = input.required<ActivityView>();
  readonly takeTheirs = output();
  readonly takeMine = output();

  protected readonly rows = computed(() => {
    const mine = this.said(this.mine());
    const theirs = this.said(fieldsOf(this.theirs()));
    return (Object.keys(mine) as (keyof typeof mine)[])
      .filter((name) => mine[name] !== theirs[name])
      .map((name) => ({ name, mine: mine[name], theirs: theirs[name] }));
  });

  /** The fields as a person would read them. */
  private said(fields: ActivityFields) {
    const or = (text: string): string => text || this.words.translate('curriculum.conflict.empty');
    const rule = ruleIn(fields.opens);
    return {
      title: or(everyLanguage(fields.title)),
      instructions: or(everyLanguage(fields.instructions)),
      minutes: or(String(fields.minutes ?? '')),
      required: this.words.translate<string>(
        fields.required ? 'curriculum.conflict.yes' : 'curriculum.conflict.no',
      ),
      opens: rule ? this.releases.sentence(rule) : or(''),
      link: or(fields.link),
    };
  }
}

/** What stands in any language: two people may have met in one that is not the page's own. */
function everyLanguage({ et, en, ru }: ActivityFields['title']): string {
  return [et, en, ru].filter((text) => text !== '').join('\n');
}
