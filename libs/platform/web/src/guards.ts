import { inject } from '@angular/core';
import { type CanActivateFn, type CanDeactivateFn, RedirectCommand, Router } from '@angular/router';
import { type CurrentRole, Me } from './me';
import { Problem } from './problem';

/** The page each role starts from. */
export const homes: Readonly<Record<CurrentRole, string>> = {
  participant: '/teekond',
  mentor: '/laud',
  organizer: '/kava',
  program_leader: '/ulevaade',
  admin: '/haldus',
};

/** Who is here; or the page that says that it cannot be known now, with the address kept for another try. */
async function whoIsHere(me: Me, router: Router): Promise<RedirectCommand | null> {
  try {
    await me.load();
    return null;
  } catch (error) {
    const { status, requestId } = Problem.of(error);
    const tree = router.createUrlTree(['/ei-vasta'], { queryParams: { status, requestId } });
    return new RedirectCommand(tree, { skipLocationChange: true });
  }
}

/** Lets in whoever is signed in; others see sign-in in place and come back here. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const me = inject(Me);
  const unknown = await whoIsHere(me, router);
  if (unknown) return unknown;
  if (me.account()) return true;
  const tree = router.createUrlTree(['/sisene'], { queryParams: { edasi: state.url } });
  return new RedirectCommand(tree, { skipLocationChange: true });
};

/** Lets in the named roles, changing to another membership of mine where that one has the role. Others see the page that is not there. */
export function forRoles(...roles: CurrentRole[]): CanActivateFn {
  return async () => {
    const me = inject(Me);
    const router = inject(Router);
    const unknown = await whoIsHere(me, router);
    if (unknown) return unknown;
    const role = me.role();
    if (role && roles.includes(role)) return true;
    const other = me.memberships().find((membership) => roles.includes(membership.role));
    if (!other && !(roles.includes('admin') && me.account()?.admin)) {
      return new RedirectCommand(router.parseUrl('/pole-siin'), { skipLocationChange: true });
    }
    me.choose(other?.id ?? 'admin');
    return true;
  };
}

/** `/` leads to the page of one's role. */
export const homeByRole: CanActivateFn = async () => {
  const me = inject(Me);
  const router = inject(Router);
  const unknown = await whoIsHere(me, router);
  if (unknown) return unknown;
  const role = me.role();
  return router.parseUrl(role ? homes[role] : '/sisene');
};

/** A page that may hold something not yet kept. */
export interface HasUnsaved {
  /** Tries to keep it; false when that did not succeed and leaving would lose it. */
  settle(): Promise<boolean>;
  /** Asks the person, in the page's words. */
  confirmLeaving(): Promise<boolean>;
}

export const keepUnsaved: CanDeactivateFn<HasUnsaved> = async (page) =>
  (await page.settle()) || page.confirmLeaving();
