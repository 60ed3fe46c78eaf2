import type { LogoView } from '@opiring/contract/logos';

const MOST = { width: 192, height: 64 };

/** How large a logo is drawn, so that its place is kept before it is there. */
export function logoSize({ width, height }: Pick<LogoView, 'width' | 'height'>): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
