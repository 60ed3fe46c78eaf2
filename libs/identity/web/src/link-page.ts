import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EveningPlane } from './evening-plane';
import { SignIn, refusalOf } from './sign-in';

/** Where a letter's link lands. Only the press of the button spends it: scanners of mail open pages, and press nothing. */
@Component({
  selector: 'op-link-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EveningPlane, RouterLink, TranslocoPipe],
  template: `
    <div class="si">
      <op-evening-plane />
      <main id="sisu" tabindex="-1" class="si__form">
        <div class="si__col">
          @if (error() || !token) {
            <h1>{{ 'identity.link.spentHeading' | transloco }}</h1>
            <p class="lead" role="alert">{{ error() || 'identity.refused.link-spent' | transloco }}</p>
            <a class="btn btn--main" routerLink="/sisene">{{ 'identity.link.another' | transloco }}</a>
          } @else {
            <h1>{{ 'identity.link.heading' | transloco }}</h1>
            <p class="lead">{{ 'identity.link.text' | transloco }}</p>
            <button type="button" class="btn btn--main btn--wide" [attr.aria-busy]="busy()" (click)="enter()">
              {{ 'identity.link.enter' | transloco }}
            </button>
          }
        </div>
      </main>
    </div>
  `,
})
export class LinkPage {
  private readonly signIn = inject(SignIn);
  private readonly router = inject(Router);
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly busy = signal(false);
  protected readonly error = signal('');

  protected async enter(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      // The token leaves the address before anything else is opened.
      await this.router.navigate([], { fragment: undefined, replaceUrl: true });
      await this.signIn.withLink(this.token);
    } catch (refusal) {
      this.error.set(refusalOf(refusal));
    } finally {
      this.busy.set(false);
    }
  }
}
