/** Line ends and empty lines of pasted HTML: an empty line parts paragraphs, a single one stays within. */
const BLOCKS = 'p,div,section,article,h1,h2,h3,h4,h5,h6,li,ul,ol,blockquote,dd,dt,dl';

const isBlock = (node: Node | null): boolean =>
  node?.nodeType === Node.ELEMENT_NODE && (node as Element).matches(BLOCKS);
const isBreak = (node: Node | null): boolean => node?.nodeName === 'BR';
const isNothing = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.textContent?.trim());

type Side = 'previousSibling' | 'nextSibling';

/** What stands beside it in the same block, whatever inline elements lie between; null at the block's edge. */
function beside(node: Node, side: Side): Node | null {
  for (let at: Node = node; ;) {
    let next = at[side];
    while (next && isNothing(next)) next = next[side];
    if (next) return next;
    const parent = at.parentElement;
    if (!parent || isBlock(parent) || parent.localName === 'body') return null;
    at = parent;
  }
}

export function tidyLines(page: Document): void {
  for (const line of page.querySelectorAll('br')) {
    if (!line.isConnected) continue;
    let last: Element = line;
    for (let next = line.nextSibling; next && (isNothing(next) || isBreak(next)); next = next.nextSibling)
      if (isBreak(next)) last = next as Element;
    if (last !== line) partAt(line, last);
  }
  for (const line of [...page.querySelectorAll('br')]) {
    const [before, after] = [beside(line, 'previousSibling'), beside(line, 'nextSibling')];
    if (!before || !after || isBlock(before) || isBlock(after)) line.remove();
  }
  // From within: what is left of a block whose blocks were empty is empty too.
  for (const block of [...page.querySelectorAll(BLOCKS)].reverse()) {
    if (!block.textContent?.trim()) block.remove();
  }
}

/** Two blocks where an empty line stood in one. In a list's item it stays one item. */
function partAt(first: Element, last: Element): void {
  const page = first.ownerDocument;
  const block = first.parentElement?.closest(BLOCKS);
  while (first.nextSibling && first.nextSibling !== last) first.nextSibling.remove();
  last.remove();
  if (!block || block.localName === 'li') return;
  const rest = page.createRange();
  rest.setStartAfter(first);
  rest.setEndAfter(block.lastChild ?? first);
  const tail = block.cloneNode(false) as Element;
  tail.append(rest.extractContents());
  first.remove();
  block.after(tail);
}
