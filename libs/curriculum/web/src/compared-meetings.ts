import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type {
  ComparedIntake,
  ComparedMeeting,
  ComparisonView,
  MeetingComparison,
  MeetingField,
} from '@opiring/contract/reuse';
import { Dates, Language, localText } from '@opiring/platform/web';
import { DifferenceRow } from './difference-row';

const TAGS = { added: 'tag--dash', removed: 'tag--dash', changed: 'tag--a' };

/** The meetings of two intakes, field by field: the day counted from the first, the hours by the clock. */
@Component({
  selector: 'op-compared-meetings',
  imports: [DifferenceRow, TranslocoPipe],
  template: `
    <h2>{{ 'curriculum.compare.meetings' | transloco }}</h2>
    <ul>
      @for (meeting of view().meetings; track meeting.id) {
        <li>
          <div class="vs__h">
            <h3>{{ titleOf(meeting) }}</h3>
            <span class="tag" [class]="tags[meeting.kind]">{{
              'curriculum.change.kinds.' + meeting.kind | transloco
            }}</span>
          </div>
          @for (field of meeting.fields; track field) {
            <op-difference-row
              [label]="'curriculum.compare.field.' + field | transloco"
              [row]="rowOf(meeting, field)"
              [sides]="[view().before.name, view().after.name]"
            />
          } @empty {
            <p class="cap">{{ whenOf(meeting) }}</p>
          }
        </li>
      }
    </ul>
  `,
  host: { role: 'region' },
  styleUrl: './comparison-page.css',
  styles: ':host { display: block; max-width: 52rem; margin-top: 2.5rem; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparedMeetings {
  private readonly dates = inject(Dates);
  private readonly language = inject(Language);
  private readonly words = inject(TranslocoService);
  readonly view = input.required<ComparisonView>();
  protected readonly tags = TAGS;

  protected titleOf({ before, after }: MeetingComparison): string {
    return this.local((after ?? before)?.title);
  }
  protected whenOf({ before, after }: MeetingComparison): string {
    const [meeting, intake] = after ? [after, this.view().after] : [before, this.view().before];
    return meeting ? `${this.value('day', meeting, intake)} · ${this.value('hours', meeting, intake)}` : '';
  }
  protected rowOf({ before, after }: MeetingComparison, field: MeetingField) {
    const nothing = this.words.translate('curriculum.conflict.empty');
    return {
      before: (before && this.value(field, before, this.view().before)) || nothing,
      after: (after && this.value(field, after, this.view().after)) || nothing,
    };
  }

  private value(field: MeetingField, meeting: ComparedMeeting, intake: ComparedIntake): string {
    if (field === 'hours') return this.dates.hours(meeting.startsAt, meeting.endsAt);
    if (field === 'agenda') return this.agenda(meeting);
    if (field !== 'day') return this.local(meeting[field]);
    return this.dates.nth(intake.startsOn, this.dates.dayOf(meeting.startsAt), (n, day) =>
      this.words.translate('curriculum.compare.nthDay', { n, day }),
    );
  }
  /** Step after step with its time, for steps are moved more often than reworded. */
  private agenda({ agenda }: ComparedMeeting): string {
    return agenda
      .map(({ title, minutes }) =>
        this.words.translate('curriculum.compare.step', { title: this.local(title), n: minutes }),
      )
      .join('; ');
  }
  private local(text: ComparedMeeting['title'] | undefined): string {
    return text ? localText(text, this.language.current()).text : '';
  }
}
