/** The value below which the given part of the sorted list lies. */
export const quantile = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

export const median = (list) => {
  const sorted = [...list].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A ratio of pairs measured one right after the other: the median, and the least and greatest of the rounds. */
export function ratioOf(ones, others) {
  const ratios = ones.map((one, round) => one / others[round]);
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
