import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskLeaderView } from '@opiring/contract/mentoring';
import { Icon, Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** Those one accompanies, in seat order: what they shared and held, never what they wrote. */
@Component({
  selector: 'op-desk-leaders',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Seat, TranslocoPipe],
  styleUrl: './desk-leaders.css',
  template: `
    <ul
      class="strip"
      tabindex="0"
      [attr.aria-label]="'mentoring.desk.leaders' | transloco: { n: leaders().length }"
    >
      @for (leader of leaders(); track leader.membershipId) {
        <li>
          <div class="strip__a">
            <op-seat [name]="leader.name" kind="leader" [seat]="leader.seat" [size]="56" />
            <span>
              <b>{{ leader.name }}</b><span class="cap">{{ leader.municipality }}</span>
              @if (leader.pausedUntil; as day) {
                <span class="strip__s is-call"
                  ><op-icon name="clock" [size]="16" />{{
                    'mentoring.desk.paused' | transloco: { day: dates.short(day) }
                  }}</span
                >
              } @else if (circleIsNews(leader)) {
                <span class="strip__s"
                  ><op-icon name="circle" [size]="16" />{{
                    'mentoring.desk.circle' | transloco: { day: dates.short(leader.lastCircleOn!) }
                  }}</span
                >
              } @else if (leader.lastSharedAt; as at) {
                <span class="strip__s"
                  ><op-icon name="letter" [size]="16" />{{
                    'mentoring.desk.shared' | transloco: { day: near(at) }
                  }}</span
                >
              }
            </span>
          </div>
        </li>
      }
    </ul>
  `,
})
export class DeskLeaders {
  readonly leaders = input.required<readonly DeskLeaderView[]>();
  protected readonly dates = inject(Dates);

  protected circleIsNews({ lastCircleOn, lastSharedAt }: DeskLeaderView): boolean {
    return lastCircleOn !== null && (lastSharedAt === null || lastCircleOn > this.dates.dayOf(lastSharedAt));
  }

  protected near(at: string): string {
    const day = this.dates.dayOf(at);
    return day === this.dates.today() ? this.dates.near(day) : this.dates.short(day);
  }
}
