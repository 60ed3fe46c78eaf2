/** What only Word's clipboard has: lists drawn with signs, styles that mean headings and quotes, others' comments. */
const styleOf = (element: Element): string => element.getAttribute('style') ?? '';

/** A reviewer's comment or what a tracked change took away is nobody's text to paste. */
export function dropReview(page: Document): void {
  for (const gone of page.querySelectorAll('.msocomanchor, .MsoCommentReference, del[cite]')) gone.remove();
  for (const element of page.querySelectorAll('[style]')) {
    if (/mso-element\s*:\s*comment/i.test(styleOf(element))) element.remove();
  }
}

/** Styles by their names in Word's own HTML, which are the same in every language of Word. */
export function wordStyles(page: Document): void {
  for (const title of page.querySelectorAll('p.MsoTitle')) rename(title, 'h2');
  for (const subtitle of page.querySelectorAll('p.MsoSubtitle')) rename(subtitle, 'h3');
  for (const said of page.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    const quote = page.createElement('blockquote');
    said.replaceWith(quote);
    quote.append(said);
  }
}

/** Paragraphs with a bullet or a number drawn in front become lists, as deep as Word says. */
export function wordLists(page: Document): void {
  let open: { list: HTMLElement; level: number }[] = [];
  for (const item of page.querySelectorAll('[style*="mso-list" i]')) {
    const level = Number(/mso-list\s*:[^;]*\blevel(\d)/i.exec(styleOf(item))?.[1] ?? 0);
    if (!level || item.closest('li')) continue;
    if (item.previousElementSibling !== open[0]?.list) open = [];
    const { tag, first } = signOf(item);
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const same = open.at(-1);
    if (same?.level === level && same.list.localName !== tag) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = page.createElement(tag);
      if (first > 1) list.setAttribute('start', String(first));
      const above = open.at(-1)?.list.lastElementChild;
      if (above) above.append(list);
      else item.before(list);
      open.push({ list, level });
    }
    const line = page.createElement('li');
    line.append(...item.childNodes);
    open.at(-1)?.list.append(line);
    item.remove();
  }
}

/** Takes the drawn sign away and tells what it stood for. */
function signOf(item: Element): { tag: 'ol' | 'ul'; first: number } {
  const drawn = [...item.querySelectorAll('[style]')].find((each) =>
    /mso-list\s*:\s*ignore/i.test(styleOf(each)),
  );
  const sign = drawn?.textContent?.trim() ?? '';
  drawn?.remove();
  return { tag: /^\(?(\d+|[a-z]{1,4})[.)]/i.test(sign) ? 'ol' : 'ul', first: Number.parseInt(sign, 10) || 1 };
}

/** The same children under another name. */
export function rename(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}
