import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** What the product keeps and who sees it, in plain words. Each sentence is a rule the code holds. */
@Component({
  selector: 'op-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
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
    .read {
      font-size: var(--t-19);
    }
  `,
})
export class PrivacyPage {
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
