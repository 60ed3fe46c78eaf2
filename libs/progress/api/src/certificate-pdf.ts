import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { behind, type PaperLanguage, paperWords, said, type Said } from './certificate-words';
import type { CertificateContent } from './certificate-content';
import type { CertificateRow } from './certificates.queries';
import { drawLogos, type PaperLogo } from './paper-logos';

type Paper = PDFKit.PDFDocument;
interface Style {
  font: 'plain' | 'slanted' | 'strong';
  size: number;
  color: string;
  gap: number;
}

const here = createRequire(import.meta.url);
const font = (name: string): string =>
  here.resolve(`@expo-google-fonts/literata/${name}/Literata_${name}.ttf`);
const JUNIPER = '#1B4D48';
const INK = '#14262A';
const QUIET = '#55645F';
const CLAY = '#8C3E22';
const LEFT = 78;
const small: Style = { font: 'plain', size: 9.5, color: QUIET, gap: 3 };
const body: Style = { font: 'plain', size: 12, color: INK, gap: 12 };

/** A paper to frame, and to be read aloud: tagged, with its language, its title and its fonts inside. */
export function certificatePdf(
  row: CertificateRow,
  lang: PaperLanguage,
  address: string,
  logos: readonly PaperLogo[],
): Readable {
  const { content } = row;
  const words = paperWords(content, lang);
  const paper = blank(content, lang, words.title);
  decorate(paper);
  const root = paper.struct('Document');
  paper.addStructure(root);
  const say = (tag: string, text: string | Said | null, style: Style, y?: number): void => {
    const told = typeof text === 'string' ? { text, lang } : text;
    if (!told?.text) return;
    const width = paper.page.width - 2 * LEFT;
    const part = paper.struct(tag, { lang: told.lang }, () => {
      paper.font(style.font).fontSize(style.size).fillColor(style.color);
      paper.text(told.text, LEFT, y ?? paper.y + style.gap, { width, lineGap: 3 });
    });
    root.add(part);
    part.end();
  };
  // Whoever prints it again must not take it for one that holds.
  if (row.standing !== 'valid') say('P', words[row.standing], { ...body, font: 'strong', color: CLAY }, 44);
  const local = (text: Parameters<typeof said>[0]): Said => said(text, lang, content.language);
  say('P', local(content.issuer), { ...small, size: 11 }, 196);
  say('H1', words.title, { font: 'plain', size: 44, color: JUNIPER, gap: 2 });
  say('P', content.holder.name, { font: 'strong', size: 26, color: INK, gap: 16 });
  say('P', content.holder.municipality, { ...body, color: QUIET, gap: 1 });
  say('P', words.givenTo, { ...body, gap: 18 });
  say('P', local(content.programme.title), { font: 'slanted', size: 22, color: JUNIPER, gap: 2 });
  say('P', words.from, { ...body, color: QUIET, gap: 2 });
  say('P', words.deeds, body);
  say('P', words.hoursSaid, { ...body, gap: 4 });
  say('P', local(content.programme.plan), { ...small, gap: 12 });
  say('P', content.signedBy, { font: 'strong', size: 12, color: INK, gap: 4 }, Math.max(paper.y + 22, 600));
  say('P', words.signed, { ...small, gap: 0 });
  say('P', behind(content.partners, lang), { ...small, gap: 16 });
  // In the free corner beside the mark; read where the names are.
  drawLogos(paper, root, logos, { x: 220, y: 76, width: paper.page.width - LEFT - 220, height: 102 });
  const version = row.version > 1 ? `, ${words.version} ${row.version}` : '';
  say('P', `${words.number} ${row.number}${version} · ${words.issued} ${words.issuedOn}`, {
    ...small,
    gap: 10,
  });
  say('P', words.check, small);
  say('P', address, { ...small, size: 8.5, gap: 0 });
  root.end();
  paper.end();
  return paper as unknown as Readable;
}

/** An empty sheet that says its title, its language and who gives it, with its fonts inside. */
function blank(content: CertificateContent, lang: PaperLanguage, title: string): Paper {
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 40, left: LEFT, right: LEFT },
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang,
    displayTitle: true,
    info: {
      Title: `${title}: ${content.holder.name}`,
      Author: said(content.issuer, lang, content.language).text,
    },
  });
  paper.registerFont('plain', font('400Regular'));
  paper.registerFont('slanted', font('400Regular_Italic'));
  paper.registerFont('strong', font('600SemiBold'));
  return paper;
}

/** A frame and the product's own mark: ten seats with an opening. Nothing to be read aloud. */
function decorate(paper: Paper): void {
  const { width, height } = paper.page;
  paper.markContent('Artifact', { type: 'Layout' });
  paper.rect(0, 0, width, height).fill('#FBFCFA');
  paper
    .lineWidth(1)
    .rect(28, 28, width - 56, height - 56)
    .stroke('#CFD6CE');
  const [x, y, radius] = [LEFT + 52, 122, 46];
  paper.lineWidth(13).strokeColor(JUNIPER);
  for (let seat = 0; seat < 10; seat++) {
    const middle = 216 + 32 * seat;
    const point = (bearing: number): string => {
      const angle = (bearing * Math.PI) / 180;
      return `${(x + radius * Math.sin(angle)).toFixed(2)} ${(y - radius * Math.cos(angle)).toFixed(2)}`;
    };
    paper.path(`M${point(middle - 10)}A${radius} ${radius} 0 0 1 ${point(middle + 10)}`).stroke();
  }
  paper.endMarkedContent();
}
