/** Over https the cookie is bound to the host by its name. */
export const sessionCookie = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-opiring' : 'opiring';

/** Attributes of the session cookie; `maxAge` in seconds. */
export const cookieAttributes = (publicUrl: string, maxAge: number) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: publicUrl.startsWith('https:'),
  path: '/',
  maxAge,
});
