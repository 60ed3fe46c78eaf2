import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { Dates, wordsHere } from '@opiring/platform/web';
import { Stopped } from './stopped';

/** Says on every page of whoever leads that another system is told no more: nothing else would tell them. */
@Component({
  selector: 'op-stopped-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, TranslocoPipe],
  providers: [provideTranslocoScope('systems')],
  template: `
    @if (first(); as one) {
      <div class="wrap">
        <p class="note note--c sn" role="status">
          <op-icon name="warning" />
          <span>
            {{
              'systems.stopped' | transloco: { n: all().length, name: one.name, when: dates.when(one.since) }
            }}
            <a class="txt" routerLink="/ulevaade/teised-susteemid" fragment="peatatud">{{
              'systems.look' | transloco
            }}</a>
          </span>
        </p>
      </div>
    }
  `,
  styles: `
    .sn {
      margin: 1rem 0 0;
    }
  `,
})
export class StoppedNotice {
  protected readonly dates = inject(Dates);
  protected readonly all = inject(Stopped).all;
  private readonly here = wordsHere(
    'systems',
    computed(() => this.all().length > 0),
  );
  protected readonly first = computed(() => (this.here() ? this.all()[0] : undefined));
}
