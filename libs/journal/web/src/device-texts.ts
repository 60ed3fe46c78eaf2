import { ChangeDetectionStrategy, Component, effect, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import { WaitingDrafts } from './waiting-drafts';

/** Texts of mine that only this device has, each with the way to it. */
@Component({
  selector: 'op-device-texts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (waiting.list().length) {
      <section class="note note--a" aria-labelledby="only-here">
        <op-icon name="offline" [size]="22" />
        <div>
          <h2 id="only-here" class="h4">{{ 'state.onlyHere' | transloco }}</h2>
          <p class="cap">{{ 'state.onlyHereMore' | transloco }}</p>
          <ul>
            @for (text of waiting.list(); track text.slot) {
              <li>
                <a [routerLink]="['/kirjuta', text.entryId ?? text.once]">{{
                  text.title.trim() || ('shell.untitled' | transloco)
                }}</a>
                <span class="cap"> · {{ dates.when(text.changedAt) }}</span>
              </li>
            }
          </ul>
        </div>
      </section>
    }
  `,
})
export class DeviceTexts {
  protected readonly waiting = inject(WaitingDrafts);
  protected readonly dates = inject(Dates);
  /** Some of them reached the server. */
  readonly wentUp = output();

  constructor() {
    void this.waiting.look();
    this.waiting.start();
    const before = this.waiting.arrivals();
    effect(() => this.waiting.arrivals() > before && this.wentUp.emit());
  }
}
