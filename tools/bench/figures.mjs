// Figures as Markdown, so that they go into notes as they are.
import { median } from './statistics.mjs';

const told = (number) => number.toFixed(2);
const spread = ({ median: middle, least, most }) => `${told(middle)} (${told(least)}–${told(most)})`;
const p50 = (rounds) => median(rounds.map((round) => round.p50));
const tail = (rounds) => median(rounds.map((round) => round.p99 / round.p50));
const refusals = (rounds) => rounds.reduce((sum, { refused }) => sum + refused, 0);
const verdict = (met) => (met ? 'met' : 'missed');

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows];
  console.log(`\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`);
}

/** Medians over the rounds; in brackets the least and the greatest ratio of a round. */
export function printFigures({ figures, many }) {
  table(
    [
      'work',
      'concurrency',
      'API p50 ms',
      'bare p50 ms',
      'API ÷ bare',
      'API p99 ÷ p50',
      'bare p99 ÷ p50',
      'refused',
    ],
    figures.flatMap(({ title, levels }) =>
      levels.map(({ concurrency, ours, theirs, ratio }) =>
        [
          title,
          concurrency,
          told(p50(ours)),
          told(p50(theirs)),
          spread(ratio),
          told(tail(ours)),
          told(tail(theirs)),
        ].concat(refusals(ours)),
      ),
    ),
  );
  if (!many) return;
  table(
    ['matrix 500 × 60', 'among 100 cohorts p50 ms', 'alone p50 ms', 'among ÷ alone'],
    many.levels.map(({ concurrency, ours, theirs, ratio }) => [
      `concurrency ${concurrency}`,
      told(p50(ours)),
      told(p50(theirs)),
      spread(ratio),
    ]),
  );
}

const atLevel = ({ levels }, wanted) => levels.find(({ concurrency }) => concurrency === wanted);

/** Each goal that can be measured here, and whether it is met. */
export function printGoals({ figures, many, memory, both, seen, ready }) {
  const rows = figures.concat(many ?? []).map((figure) => {
    const { ratio } = atLevel(figure, 8);
    return [figure.title, `≤ ${figure.goal}`, spread(ratio), verdict(ratio.median <= figure.goal)];
  });
  const tails = figures.map((figure) => tail(atLevel(figure, 32).ours));
  const refused = figures.reduce((sum, figure) => sum + refusals(atLevel(figure, 32).ours), 0);
  const worst = Math.max(...tails);
  table(
    ['goal', 'wanted', 'measured', ''],
    [
      ...rows,
      ['p99 ÷ p50 at 32, the worst work', '≤ 4', told(worst), verdict(worst <= 4)],
      ['requests refused at 32', '0', refused, verdict(refused === 0)],
      ['resident memory of the API, MB', '≤ 220', memory.toFixed(0), verdict(memory <= 220)],
      ...both.map(({ title, ratio }) => [
        `two processes ÷ one, ${title}`,
        '≥ 1.6',
        spread(ratio),
        verdict(ratio.median >= 1.6),
      ]),
      ...seen.map(([title, wanted, found]) => [
        title,
        wanted && `≤ ${wanted}`,
        found,
        wanted && verdict(Number(found) <= wanted),
      ]),
      ['one process ready after, s', '', told(ready / 1000), ''],
    ],
  );
}
