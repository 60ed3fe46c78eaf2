import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SystemsView } from '@opiring/contract/systems';
import { ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { HookList } from './hook-list';
import { Stopped } from './stopped';
import { StoreCard } from './store-card';
import { TokenList } from './token-list';

/** Which other systems read the cohort’s facts or hear of them: for the program leader. */
@Component({
  selector: 'op-systems-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, HookList, Icon, Loader, RouterLink, StoreCard, TokenList, TranslocoPipe],
  template: `
    <div class="wrap sys">
      <nav class="crumb" [attr.aria-label]="'nav.overview' | transloco">
        <a routerLink="/ulevaade"><op-icon name="left" [size]="18" />{{ 'nav.overview' | transloco }}</a>
      </nav>
      <h1>{{ 'systems.title' | transloco }}</h1>
      <p class="lead">{{ 'systems.lead' | transloco }}</p>
      <p>
        <a class="txt" href="/api/v1/openapi.json" target="_blank">{{ 'systems.docs' | transloco }}</a>
      </p>
      @if (systems.hasValue()) {
        @let view = systems.value();
        <op-token-list [tokens]="view.tokens" [cohortId]="cohortId()" (changed)="changed()" />
        <op-hook-list [hooks]="hooks()" [cohortId]="cohortId()" (changed)="changed()" />
        <op-store-card [store]="store()" [cohortId]="cohortId()" (changed)="changed()" />
      } @else if (systems.error()) {
        <op-error [problem]="systems.error()" (retry)="systems.reload()" />
      } @else {
        <op-loader />
      }
    </div>
  `,
  styles: `
    .sys {
      padding-bottom: 4rem;
    }
    .lead {
      margin: 0.5rem 0 1rem;
      max-width: 44rem;
    }
  `,
})
export class SystemsPage {
  private readonly me = inject(Me);
  private readonly stopped = inject(Stopped);
  protected readonly cohortId = computed(() => this.me.cohortId() ?? '');
  protected readonly systems = httpResource<SystemsView>(() =>
    this.cohortId() ? `/api/cohorts/${this.cohortId()}/systems` : undefined,
  );
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    // Whoever follows the notice comes to the first that stopped, wherever on the page it stands.
    const seek = effect(() => {
      if (this.fragment() !== 'peatatud' || !this.systems.hasValue()) return;
      seek.destroy();
      afterNextRender(() => host.querySelector<HTMLElement>('.resume')?.focus(), { injector });
    });
  }

  protected changed(): void {
    this.systems.reload();
    this.stopped.again();
  }

  private readonly receivers = computed(() =>
    this.systems.hasValue() ? this.systems.value().receivers : [],
  );
  protected readonly hooks = computed(() => this.receivers().filter(({ kind }) => kind === 'webhook'));
  protected readonly store = computed(() => this.receivers().find(({ kind }) => kind === 'lrs'));
}
