import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import {
  LARGE,
  type RingJourney,
  RingScale,
  SMALL,
  layHand,
  layMeetings,
  layModules,
  layMonths,
  layQuestions,
} from './journey-ring.layout';

let drawn = 0;
/** By language and form: making one takes longer than all that is said with it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * The journey as one turn of the open ring, drawn from data: months around, modules as the band, the guiding questions
 * as inner rings, meetings as beads, today as an amber hand. Large and small stand in the page; CSS shows the fitting one.
 * Give `summary` in words, and stand the same content beside it as a list.
 */
@Component({
  selector: 'op-journey-ring',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './journey-ring.html',
})
export class JourneyRing {
  readonly journey = input.required<RingJourney>();
  readonly summary = input.required<string>();
  readonly locale = input('et');
  /** „täna“ */
  readonly todayWord = input('');
  /** „kogukond“: where the journey begins and ends. */
  readonly openingWord = input('');
  private readonly id = `jr${++drawn}`;

  protected readonly views = computed(() => [this.view('l'), this.view('s')]);

  protected half(x: number, y: number, radius: number): string {
    return `M${x} ${y - radius}a${radius} ${radius} 0 0 0 0 ${2 * radius}z`;
  }

  private view(size: 'l' | 's') {
    const journey = this.journey();
    const sizes = size === 'l' ? LARGE : SMALL;
    const scale = new RingScale(journey.startsOn, journey.endsOn);
    const style = sizes.month.style;
    return {
      size,
      id: this.id + size,
      months: layMonths(journey, scale, sizes).map((month) => ({
        ...month,
        name: this.say(month.first, { month: style }),
      })),
      modules: layModules(journey, scale, sizes),
      questions: layQuestions(journey, scale, sizes),
      meetings: layMeetings(journey, scale, sizes),
      hand: layHand(journey, scale, sizes),
      band: sizes.band.width,
      bead: sizes.questions.bead,
      meeting: sizes.meeting.bead,
      today: journey.today ? this.say(journey.today, { day: 'numeric', month: style }) : '',
    };
  }

  private say(day: string, form: Intl.DateTimeFormatOptions): string {
    const tag = this.locale() === 'en' ? 'en-GB' : this.locale();
    const key = `${tag} ${form.day ?? ''} ${form.month ?? ''}`;
    let found = calendars.get(key);
    if (!found) calendars.set(key, (found = new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' })));
    return found.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)).replace(/\.$/, '');
  }
}
