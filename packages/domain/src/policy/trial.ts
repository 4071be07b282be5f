// A trial exam is the product's own offer: no act gives it numbers. They stand here and nowhere else.

export const trialPolicy = {
  /** Time enough to see everything once, also the clock as it looks in the last minutes. */
  minutes: 10,
  /** What is to be mended is kept so long, and then destroyed whether or not it was read. */
  keepHours: 24,
} as const
