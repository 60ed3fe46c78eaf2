import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A route's title is a key of the words; the window says it with the product's name, again after a change of language. */
@Injectable({ providedIn: 'root' })
export class WordTitle extends TitleStrategy {
  private readonly words = inject(TranslocoService);
  private readonly window = inject(Title);
  private key: string | undefined;

  constructor() {
    super();
    this.words.events$.subscribe((event) => {
      if (event.type !== 'translationLoadFailure') this.say();
    });
    this.words.langChanges$.subscribe(() => this.say());
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key = this.buildTitle(state);
    this.say();
  }

  /** For pages whose title comes from what they show. */
  set(title: string): void {
    this.key = undefined;
    this.window.setTitle(`${title} · Õpiring`);
  }

  private say(): void {
    if (!this.key) return;
    const title = this.words.translate<string>(this.key);
    this.window.setTitle(title && title !== this.key ? `${title} · Õpiring` : 'Õpiring');
  }
}
