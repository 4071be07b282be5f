// A trial exam is the product's own offer: no act gives it numbers. They stand here and nowhere else.

export const trialPolicy = {
  /** As long as it takes to see everything once. */
  minutes: 3,
  /** What is to be mended is kept so long, and then destroyed whether or not it was read. */
  keepHours: 24,
} as const
