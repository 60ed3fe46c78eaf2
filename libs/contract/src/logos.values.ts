/** What both sides know of logos. */
export const LARGEST_LOGO = 1024 * 1024;
/** In points of the picture, either way. */
export const LOGO_SIDE = { least: 32, most: 1200 } as const;
export const LOGO_ENDINGS = ['png', 'jpg', 'jpeg', 'webp'] as const;
