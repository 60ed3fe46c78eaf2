import type { HttpInterceptorFn } from '@angular/common/http';
import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { Problem } from './problem';

/** Asking who I am, or trying to sign in, is not a lapse of the session. */
const asking = /^\/api\/(me|session|sign-in-links|installation)(\/|$|\?)/;

/** Every failure becomes a `Problem`. A lapsed session shows sign-in in place: the address stays, and so does the way back. */
export const problems: HttpInterceptorFn = (request, next) => {
  const router = inject(Router);
  const location = inject(Location);
  return next(request).pipe(
    catchError((error: unknown) => {
      const problem = Problem.of(error);
      if (problem.status === 401 && !asking.test(request.url) && !router.url.startsWith('/sisene')) {
        // The address bar's, which a page may have made more exact than the router knows.
        const back = location.path() || router.url;
        void router.navigate(['/sisene'], { queryParams: { edasi: back }, skipLocationChange: true });
      }
      return throwError(() => problem);
    }),
  );
};
