import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';
import type { SaveState } from './save-states';

/** Where the text is, truthfully: on the server, only on this device, or nowhere yet. */
@Component({
  selector: 'op-save-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <p class="wr__state" role="status">
      @switch (state().is) {
        @case ('saving') {
          <op-icon name="cloud" /><span>{{ 'journal.save.saving' | transloco }}</span>
        }
        @case ('saved') {
          <op-icon name="cloud" /><span class="num">{{
            'journal.save.saved' | transloco: { time: time() }
          }}</span>
        }
        @case ('device') {
          <op-icon name="offline" />
          <span
            ><b>{{ 'journal.save.' + why() | transloco }}</b> {{ 'journal.save.here' | transloco }}
            @if (why() === 'trouble') {
              <button type="button" class="txt" (click)="retry.emit()">
                {{ 'action.retry' | transloco }}
              </button>
            }
          </span>
        }
        @case ('conflict') {
          <op-icon name="warning" /><span>{{ 'journal.save.conflict' | transloco }}</span>
        }
      }
    </p>
    @if (state().is === 'nowhere') {
      <p class="wr__state err" role="alert">
        <op-icon name="warning" /><span>{{ 'journal.save.nowhere' | transloco }}</span>
        <button type="button" class="txt" (click)="retry.emit()">{{ 'action.retry' | transloco }}</button>
      </p>
    }
  `,
})
export class SaveStateLine {
  readonly state = input.required<SaveState>();
  readonly retry = output();
  private readonly dates = inject(Dates);

  protected readonly why = computed(() => {
    const state = this.state();
    return state.is === 'device' ? state.why : 'offline';
  });
  protected readonly time = computed(() => {
    const state = this.state();
    if (state.is !== 'saved') return '';
    const today = this.dates.dayOf(state.at) === this.dates.today();
    return today ? this.dates.time(state.at) : this.dates.short(this.dates.dayOf(state.at));
  });
}
