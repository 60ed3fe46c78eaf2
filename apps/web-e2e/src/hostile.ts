/** What somebody may type who wishes the next reader ill; each would tell on the console that it ran. */
const tell = `console.error('ran')`;

export const hostile = [
  `<img src=x onerror="${tell}">`,
  `<script>${tell}</script>`,
  `"><svg/onload=${tell}>`,
  `<a href="javascript:${tell}">siin</a>`,
  `{{constructor.constructor("${tell}")()}}`,
].join(' ');

/** Short enough for every field. */
export const hostileShort = `<img src=x onerror="${tell}"><script>${tell}</script>`;

/** The same written into a page as markup, which must be noticed: otherwise silence would prove nothing. */
export const planted = `<img src="x" onerror="${tell}">`;

export const badLinks = [
  `javascript:${tell}`,
  ` java\nscript:${tell}`,
  `data:text/html,<script>${tell}</script>`,
  `vbscript:x`,
];
