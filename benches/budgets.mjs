// The budgets of the contract that take a browser or a clock, and which of them a run met. Ratios, since machines differ.

/**
 * Each holds `contender.quantity` of a size below `factor` times another one, or below a `bound` of its own.
 * Where no size is named, it holds for every size.
 */
export const BUDGETS = [
  { what: "first contentful paint", of: "page.fcp", factor: 1.15, than: "plain.fcp" },
  { what: "layout shift until ready", of: "page.shift", bound: 0 },
  { what: "time until usable", size: 20, of: "page.usable", factor: 0.5, than: "timelinejs.usable" },
  { what: "time until usable", size: 10_000, of: "page.usable", factor: 0.1, than: "vis.usable" },
  { what: "main thread for a pan step", size: 1_000, of: "page.pan", factor: 0.05, than: "vis.pan" },
  { what: "main thread for a pan step", size: 100_000, of: "page.pan", factor: 1.5, than: "page.pan", thanSize: 1_000 },
  { what: "main thread for a key press in search", size: 100_000, of: "page.key", factor: 2, than: "page.key", thanSize: 1_000 },
  { what: "longest task while typing", size: 100_000, of: "page.longest", bound: 50 },
  { what: "DOM nodes", size: 100_000, of: "page.nodes", bound: 5_000 },
  { what: "factline build: time", size: 100_000, of: "build.seconds", bound: 10 },
  { what: "factline build: memory", size: 100_000, of: "build.mib", bound: 1024 },
];

/** One row a budget and size: what was measured, what is allowed, and their ratio; undefined where it was not measured. */
export function judge(sizes, budgets = BUDGETS) {
  const measured = (name, n) => {
    const [contender, quantity] = name.split(".");
    return sizes.find((size) => size.n === n)?.contenders[contender]?.[quantity];
  };
  return budgets.flatMap((budget) =>
    (budget.size ? [budget.size] : sizes.map(({ n }) => n)).map((n) => {
      const value = measured(budget.of, n);
      const other = budget.than && measured(budget.than, budget.thanSize ?? n);
      const bound = budget.than ? other && other * budget.factor : budget.bound;
      const isKnown = value !== undefined && bound !== undefined;
      return { ...budget, size: n, value, allowed: bound, isMet: isKnown ? value <= bound : undefined };
    }),
  );
}
