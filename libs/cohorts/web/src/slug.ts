/** An address made of a name: small latin letters, digits and hyphens. */
export function slugFrom(name: string): string {
  return name
    .toLocaleLowerCase('et')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
}
