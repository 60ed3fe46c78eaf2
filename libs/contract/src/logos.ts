import type { LocalText } from './text';

/** A partner's logo as the page shows it. */
export interface LogoView {
  /** Where the picture is, named by what is in it: it never changes there. */
  src: string;
  /** What it shows; where it says nothing, the partner's name does. */
  alt: LocalText;
  width: number;
  height: number;
  /** Whether papers to print can hold it; where they cannot, they say the name. */
  printable: boolean;
}
/**
 * Of POST /api/programmes/:slug/partners/:partnerId/logo, which takes one picture as multipart/form-data and gives the page;
 * the codes of files come beside these.
 */
export type LogoError = 'logo-extent' | 'logo-moves';
