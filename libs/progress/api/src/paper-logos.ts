import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import type { Files } from '@opiring/platform/api';
import { type PaperLanguage, said, type Said } from './certificate-words';

/** Who stands behind a programme, as a paper keeps it: with the logo only where a PDF can hold it. */
export interface PaperPartner {
  name: string;
  part: LocalText;
  logo?: { hash: string; alt: LocalText; width: number; height: number } | null;
}
/** A logo ready to be drawn, and what is read aloud in its place. */
export interface PaperLogo {
  bytes: Buffer;
  alt: Said;
  width: number;
  height: number;
}
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const GAP = 14;
const HEIGHTS = [44, 36, 28, 20, 14];

/** A partner `x` of programme `p`. */
export const PAPER_PARTNERS = `coalesce((SELECT json_agg(json_build_object('name', x.name, 'part', x.part, 'logo',
    CASE WHEN x.logo_printable THEN json_build_object('hash', x.logo_hash, 'alt', x.logo_alt, 'width', x.logo_width,
      'height', x.logo_height) END) ORDER BY x.position, x.id)
  FROM partners x WHERE x.programme_id = p.id), '[]')`;

/** Their bytes; one that is gone from the store leaves its name, which stands there anyway. */
export async function logosOf(
  files: Files,
  partners: readonly PaperPartner[],
  lang: PaperLanguage,
  written: Locale,
): Promise<PaperLogo[]> {
  const logos: PaperLogo[] = [];
  for (const { name, logo } of partners) {
    const bytes = logo && (await files.bytes(logo.hash));
    if (!bytes) continue;
    const told = said(logo.alt, lang, written);
    logos.push({ ...logo, bytes, alt: told.text ? told : { text: name, lang: written } });
  }
  return logos;
}

/** All in rows, as large as they fit; what fits at no height is left to its name. */
export function placesOf(logos: readonly PaperLogo[], box: Box): Box[] {
  for (const height of HEIGHTS) {
    const places = rowsAt(logos, height, box);
    if (places) return places;
  }
  return [];
}

function rowsAt(logos: readonly PaperLogo[], most: number, box: Box): Box[] | undefined {
  const places: Box[] = [];
  let [x, y] = [box.x, box.y];
  for (const { width, height } of logos) {
    // One that is very wide is drawn lower, so that it does not push the others away.
    const scale = Math.min(most / height, (most * 3.5) / width);
    const wide = width * scale;
    if (x > box.x && x + wide > box.x + box.width) [x, y] = [box.x, y + most + GAP];
    if (y + most > box.y + box.height || wide > box.width) return undefined;
    places.push({ x, y: y + (most - height * scale) / 2, width: wide, height: height * scale });
    x += wide + GAP;
  }
  return places;
}

/** Draws them, each a figure with its words, and gives where the last row ends. */
export function drawLogos(
  paper: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  logos: readonly PaperLogo[],
  box: Box,
): number {
  let end = box.y;
  placesOf(logos, box).forEach(({ x, y, width, height }, index) => {
    const logo = logos[index];
    if (!logo) return;
    const { text: alt, lang } = logo.alt;
    // The types do not know yet of the box that PDF/UA asks of a figure.
    const told = { alt, lang, bbox: [x, y, x + width, y + height] };
    const figure = paper.struct('Figure', told, () => {
      paper.image(logo.bytes, x, y, { width, height });
    });
    root.add(figure);
    figure.end();
    end = Math.max(end, y + height);
  });
  return end;
}
