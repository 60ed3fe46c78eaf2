import { Marked, type TokenizerObject } from 'marked';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For XML and HTML alike. XML 1.0 knows no other control characters than three. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? '');

const not = (): undefined => undefined;
/** Only what instructions have signs for; whatever else stands there, HTML included, is words. */
const ONLY: TokenizerObject = {
  code: not,
  codespan: not,
  fences: not,
  hr: not,
  html: not,
  tag: not,
  def: not,
  table: not,
  lheading: not,
  reflink: not,
  autolink: not,
  url: not,
  del: not,
  emStrong: (text) => (text.startsWith('_') ? undefined : false),
};
const marked = new Marked({ gfm: true, breaks: true, async: false });
marked.use({
  tokenizer: ONLY,
  renderer: {
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      return /^(https?:\/\/|mailto:)\S+$/i.test(href) ? `<a href="${escaped(href)}">${inner}</a>` : inner;
    },
    image: ({ raw }) => escaped(raw),
    heading({ tokens, depth }) {
      const level = depth > 2 ? 3 : 2;
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    br: () => '<br/>',
    checkbox: () => '',
  },
});

/** Instructions as a page has them. */
export const htmlOf = (text: string): string => (marked.parse(text, { async: false }) as string).trim();
