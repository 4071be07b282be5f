import type { ConductView } from '@ochno/contract/conduct'

export type Order = ConductView & {
  readonly entry: Extract<ConductView['entry'], { kind: 'warning' | 'instruction' }>
}

const isOrder = (row: ConductView): row is Order =>
  row.entry.kind === 'warning' || row.entry.kind === 'instruction'

/** What still stands on the screen: a warning until it was read, an instruction until it was followed. */
export function unanswered(rows: readonly ConductView[], closed: ReadonlySet<number>): readonly Order[] {
  const answered = new Set(
    rows.flatMap(({ entry }) => (entry.kind === 'followed' || entry.kind === 'read' ? [entry.of] : [])),
  )
  return rows.filter(isOrder).filter(({ seq }) => !closed.has(seq) && !answered.has(seq))
}

/** By which of its media an order has not yet been said to have arrived. */
export const notReached = (order: Order, rows: readonly ConductView[]): readonly ('text' | 'audio')[] =>
  (['text', 'audio'] as const).filter(
    (medium) =>
      !rows.some(
        ({ entry }) => entry.kind === 'reached' && entry.of === order.seq && entry.medium === medium,
      ),
  )
