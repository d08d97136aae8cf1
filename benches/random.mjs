// Chance that is the same in every run (mulberry32). It refuses to know what is drawn with it.

/** A source of chance: each call gives the next number from 0 up to 1. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` up to `to`, both included. */
export function between(chance, from, to) {
  return from + Math.floor(chance() * (to - from + 1));
}

/** One of a list, each as likely. */
export function oneOf(chance, list) {
  return list[Math.floor(chance() * list.length)];
}

/** One of a list, the first ones far more often: the n-th about 1/n times as often as the first (Zipf's law). */
export function mostlyFirst(chance, list) {
  return list[Math.min(list.length - 1, Math.floor((list.length + 1) ** chance()) - 1)];
}

/** One of `[share, value]`, by its share of all shares. */
export function byShare(chance, shares) {
  let left = chance() * shares.reduce((sum, [share]) => sum + share, 0);
  return (shares.find(([share]) => (left -= share) < 0) ?? shares.at(-1))[1];
}
