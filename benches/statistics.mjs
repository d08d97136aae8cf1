// Medians of what was measured. It refuses to know what that was.

/** The middle of the numbers; undefined where there is none. */
export function median(numbers) {
  const known = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  if (known.length === 0) return undefined;
  const middle = (known.length - 1) / 2;
  return (known[Math.floor(middle)] + known[Math.ceil(middle)]) / 2;
}

/** The median of each quantity over runs that each measured some of them. */
export function medians(runs) {
  const keys = [...new Set(runs.flatMap(Object.keys))];
  return Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key]))]).filter(([, value]) => value !== undefined));
}
