import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Me } from '@opiring/platform/web';

/** What the product keeps and who sees it, in plain words. Each sentence is a rule the code holds. */
@Component({
  selector: 'op-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe],
  template: `
    <article class="wrap pri">
      <h1>{{ 'identity.privacy.heading' | transloco }}</h1>
      <p class="lead">{{ 'identity.privacy.lead' | transloco }}</p>
      @for (part of parts; track part) {
        <section>
          <h2>{{ 'identity.privacy.' + part + '.heading' | transloco }}</h2>
          <p class="read">{{ 'identity.privacy.' + part + '.text' | transloco }}</p>
        </section>
      }
      @if (participant()) {
        <section>
          <h2>{{ 'identity.privacy.own.heading' | transloco }}</h2>
          <p class="read">{{ 'identity.privacy.own.text' | transloco }}</p>
          <p class="row own">
            <a class="btn btn--line" routerLink="/mida-teised-naevad">{{
              'identity.privacy.own.mirror' | transloco
            }}</a>
            <a class="btn btn--line" routerLink="/motisklused" fragment="paevik">{{
              'identity.privacy.own.take' | transloco
            }}</a>
          </p>
        </section>
      }
    </article>
  `,
  styles: `
    .pri {
      padding-block: 1.5rem 2rem;
    }
    h1 {
      margin-bottom: 0.5rem;
    }
    section {
      margin-top: 2.5rem;
    }
    h2 {
      margin-bottom: 0.75rem;
    }
    .own {
      margin-top: 1rem;
    }
    .read {
      font-size: var(--t-19);
    }
  `,
})
export class PrivacyPage {
  private readonly me = inject(Me);
  protected readonly participant = computed(() => this.me.role() === 'participant');
  protected readonly parts = [
    'entries',
    'receipt',
    'leader',
    'mentor',
    'circles',
    'facts',
    'device',
    'signIn',
    'public',
  ] as const;
}
