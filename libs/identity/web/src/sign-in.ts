import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { SignInLinkAnswer } from '@opiring/contract/identity';
import { Api, Me, Problem } from '@opiring/platform/web';

/** The ways in, and where one goes afterwards. */
@Injectable({ providedIn: 'root' })
export class SignIn {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly router = inject(Router);

  askForLink(email: string): Promise<SignInLinkAnswer> {
    return this.api.post<SignInLinkAnswer>('/api/sign-in-links', { email });
  }

  async withPassword(email: string, password: string, back?: string): Promise<void> {
    await this.api.post('/api/session', { email, password });
    await this.enter(back);
  }

  async withLink(token: string, back?: string): Promise<void> {
    await this.api.post('/api/session/link', { token });
    await this.enter(back);
  }

  private async enter(back?: string): Promise<void> {
    await this.me.reload();
    // Only ways inside the product: an address from a query must not lead elsewhere.
    const inside = back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/sisene');
    await this.router.navigateByUrl(inside && back ? back : '/');
  }
}

/** The word for a refused sign-in. */
export function refusalOf(error: unknown): string {
  const problem = Problem.of(error);
  if (problem.status === 0) return 'problem.offline';
  const known = ['sign-in-refused', 'too-many-attempts', 'link-spent', 'current-password-wrong'];
  if (known.includes(problem.code)) return `identity.refused.${problem.code}`;
  return problem.status === 400 || problem.status === 422 ? 'identity.refused.invalid' : 'problem.unknown';
}
