/** A statement must end within the limit of time, whatever the list is. */
const BATCH = 1_000
export async function inBatches<T>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH) await work(all.slice(from, from + BATCH))
}
