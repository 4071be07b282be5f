/** At night more sit in browsers at once than the machine has processors for: whoever waits for them waits longer. */
const TIMES = process.env.OCHNO_NIGHTLY === '1' ? 5 : 1

export const patiently = (ms: number): number => ms * TIMES
