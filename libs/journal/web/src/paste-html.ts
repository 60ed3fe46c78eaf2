import { safeHref } from './document';
import { tidyLines } from './paste-lines';
import { dropReview, rename, wordLists, wordStyles } from './paste-word';

/** Never text of the page: what runs, what is drawn, and what one fills in. */
const NOT_TEXT =
  'head,style,script,template,noscript,title,meta,link,xml,img,svg,picture,video,audio,iframe,object,button,select,textarea,input,hr';
/** Boxes that only lay text out; what stands in them is kept, each on lines of its own. */
const BOXES = 'table,caption,thead,tbody,tfoot,tr,td,th,main,center,details,summary,legend';

/**
 * Makes clipboard HTML plain before the editor's schema reads it: structure and emphasis stay, and every word that a
 * reader of the source saw; layout, hidden text, others' comments and tracking addresses go. Nothing in it is run or
 * fetched: it is parsed as a document of its own.
 */
export function cleanHtml(html: string): string {
  // What was copied in this editor is whole as it is, folds and empty lines included.
  if (/\sdata-pm-slice=/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const gone of page.querySelectorAll(NOT_TEXT)) gone.remove();
  dropHidden(page);
  dropReview(page);
  plainSpaces(page);
  wordStyles(page);
  wordLists(page);
  headings(page);
  for (const box of [...page.querySelectorAll(BOXES)]) rename(box, 'div');
  for (const block of page.querySelectorAll('pre')) keepLines(block);
  for (const link of page.querySelectorAll('a[href]')) straighten(link);
  wrapped(page);
  tidyLines(page);
  plainAttributes(page);
  const [only, ...more] = page.body.children;
  return only && more.length === 0 ? only.innerHTML : page.body.innerHTML;
}

function dropHidden(page: Document): void {
  for (const element of page.querySelectorAll('[style],[hidden]')) {
    const style = element.getAttribute('style') ?? '';
    if (element.hasAttribute('hidden') || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style))
      element.remove();
  }
}

/** Spaces that hold layout become spaces, signs without width go. */
function plainSpaces(page: Document): void {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    text.data = text.data.replaceAll('\u00A0', ' ').replaceAll(/[\u00AD\u200B\uFEFF]/g, '');
  }
}

/** Two sizes of heading are enough here, and a heading needs no emphasis. */
function headings(page: Document): void {
  for (const heading of [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')]) {
    const kept = rename(heading, /h[12]/.test(heading.localName) ? 'h2' : 'h3');
    for (const styled of kept.querySelectorAll('[style]')) styled.removeAttribute('style');
    for (const strong of [...kept.querySelectorAll('b,strong')]) strong.replaceWith(...strong.childNodes);
  }
}

function keepLines(block: Element): void {
  const page = block.ownerDocument;
  const lines = (block.textContent ?? '').split('\n');
  block.replaceChildren(...lines.flatMap((line, at) => (at > 0 ? [page.createElement('br'), line] : [line])));
  rename(block, 'p');
}

/** An address behind a mail filter's or a search engine's own is put back in its place. */
function straighten(link: Element): void {
  const given = safeHref(link.getAttribute('href')?.trim());
  if (!given || !URL.canParse(given)) return;
  const { hostname, pathname, searchParams } = new URL(given);
  const filter = hostname.endsWith('.safelinks.protection.outlook.com');
  const engine = /^www\.google\.\w+$/.test(hostname) && pathname === '/url';
  const behind = filter ? searchParams.get('url') : engine ? searchParams.get('q') : null;
  link.setAttribute('href', safeHref(behind) ?? given);
}

/** One block around everything, so that lines standing free can be parted like any. */
function wrapped(page: Document): void {
  const all = page.createElement('div');
  all.append(...page.body.childNodes);
  page.body.append(all);
}

/** Of all attributes only an address, a list's first number, and whether words stand out. */
function plainAttributes(page: Document): void {
  for (const element of [...page.body.querySelectorAll<HTMLElement>('*')]) {
    const { fontWeight, fontStyle } = element.style;
    // Google Docs wraps everything in a bold that is not bold.
    if (/^(b|strong|i|em)$/.test(element.localName) && /^(normal|400)$/.test(fontWeight || fontStyle)) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    for (const name of element.getAttributeNames())
      if (name !== 'href' && name !== 'start') element.removeAttribute(name);
    if (/^(bold|[6-9]00)$/.test(fontWeight)) element.style.fontWeight = 'bold';
    if (fontStyle === 'italic') element.style.fontStyle = 'italic';
  }
}
