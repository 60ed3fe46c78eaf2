/** What our own cartridges are called, so that they are known when they come back. */
export const OURS = 'opiring-programme';

/** Slugs hold no dots: with one, no two names can be the same. */
export const idsOf = {
  module: (id: string) => ({ item: `m-${id}`, purpose: { item: `w-${id}`, resource: `p-${id}` } }),
  activity: (id: string) => ({ item: `a-${id}`, resource: `r-${id}` }),
  material: (id: string, at: number) => ({
    item: `a-${id}.m${at + 1}`,
    resource: `r-${id}.m${at + 1}`,
  }),
};
export const isPurpose = (resource: string): boolean => resource.startsWith('p-');
export const isMaterial = (resource: string): boolean => /\.m\d+$/.test(resource);
