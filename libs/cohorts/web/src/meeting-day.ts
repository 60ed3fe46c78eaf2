import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import { Icon } from '@opiring/platform/ui';
import { Local } from '@opiring/platform/web';

/** Where one meets online, and who comes as a guest. */
@Component({
  selector: 'op-meeting-day',
  imports: [Icon, Local, TranslocoPipe],
  template: `
    @let it = meeting();
    @if (it.link; as link) {
      <p class="mday__l">
        <a class="txt" target="_blank" rel="noopener noreferrer" [href]="link">
          <op-icon name="link" [size]="18" />{{ 'cohorts.meetings.online' | transloco }}
        </a>
        <span class="cap mday__u">{{ link }}</span>
      </p>
    }
    @if (it.guest; as guest) {
      <p class="mday__g">
        <b>{{ 'cohorts.meetings.guestIs' | transloco: { name: guest.name } }}</b>
        @if (guest.about.et || guest.about.en || guest.about.ru) {
          <span class="mday__a" [opLocal]="guest.about"></span>
        }
        @if (guest.link; as more) {
          <a class="txt" target="_blank" rel="noopener noreferrer" [href]="more">
            {{ 'cohorts.meetings.guestMore' | transloco }}<span class="vh">: {{ guest.name }}</span>
          </a>
        }
      </p>
    }
  `,
  styles: `
    .mday__l,
    .mday__g {
      margin-top: 0.5rem;
      max-width: 60ch;
    }
    .mday__u {
      display: none;
    }
    .mday__a {
      display: block;
      color: var(--ink-2);
    }
    @media print {
      .mday__u {
        display: block;
        overflow-wrap: anywhere;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingDay {
  readonly meeting = input.required<MeetingView>();
}
