import { expect, test } from 'vitest'
import { pageOf } from './earlier.ts'

/** What the server answers: the latest first, strictly before a moment. */
const log = (times: readonly number[]) => {
  const rows = times.map((ms, at) => ({ at: new Date(ms).toISOString(), no: at })).reverse()
  return (before: string | null, limit: number) =>
    rows.filter((row) => before === null || row.at < before).slice(0, limit)
}

function readAll(times: readonly number[], limit: number): readonly number[] {
  const ask = log(times)
  const seen: number[] = []
  let before: string | null = null
  for (let pages = 0; pages < 50; pages++) {
    const page: ReturnType<typeof pageOf<{ at: string; no: number }>> = pageOf(ask(before, limit), limit)
    seen.push(...page.rows.map((row) => row.no))
    if (page.before === null) return seen
    before = page.before
  }
  throw new Error('it never ends')
}

for (const [name, times] of [
  ['each at its own moment', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['several at the moment where a page ends', [1, 2, 2, 2, 3, 4, 5, 5]],
  ['nothing at all', []],
  ['exactly one page', [1, 2, 3, 4]],
] as const) {
  test(`every act is read once, the latest first: ${name}`, () => {
    expect(readAll(times, 4)).toEqual(times.map((_, at) => at).reverse())
  })
}
