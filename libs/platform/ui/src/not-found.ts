import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { RingState } from './ring-state';

/** The seat that does not exist: what is unknown and what is not mine look the same. */
@Component({
  selector: 'op-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RingState, RouterLink, TranslocoPipe],
  template: `
    <div class="state c">
      <op-ring-state kind="missing" />
      <h1 class="state__h">{{ 'state.notFound' | transloco }}</h1>
      <p class="cap">{{ 'state.notFoundMore' | transloco }}</p>
      <a class="btn btn--main" routerLink="/">{{ 'state.home' | transloco }}</a>
    </div>
  `,
})
export class NotFound {}

/** The whole page for an address that is not there. */
@Component({
  selector: 'op-not-found-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NotFound],
  template: `<div class="wrap"><op-not-found /></div>`,
})
export class NotFoundPage {}
