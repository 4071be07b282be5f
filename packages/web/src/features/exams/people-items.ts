// What the table of the people of an exam is made of: a heading over each slot, and under it those who have come.
import type { ScheduleView } from '@ochno/contract/exam-schedule'
import type { SeatView } from '@ochno/contract/sessions'

type Slot = ScheduleView['slots'][number]
export type PeopleItem =
  | { readonly is: 'slot'; readonly slot: Slot }
  | { readonly is: 'unslotted' }
  | { readonly is: 'person'; readonly seat: SeatView }

/**
 * The rows come slot by slot. A slot of which nobody came yet has no heading before its turn; an empty one has one in its
 * place, and none while one searches.
 */
export function peopleItems(
  slots: readonly Slot[],
  rows: readonly SeatView[],
  { whole, searched }: { readonly whole: boolean; readonly searched: boolean },
): readonly PeopleItem[] {
  const person = (seat: SeatView): PeopleItem => ({ is: 'person', seat })
  if (slots.length === 0) return rows.map(person)
  const known = new Set<string>(slots.map(({ id }) => id))
  const of = Map.groupBy(rows, ({ slot }) => (slot !== null && known.has(slot) ? slot : null))
  const last = whole ? slots.length : slots.findLastIndex(({ id }) => of.has(id)) + 1
  const reached = of.has(null) ? slots.length : last
  const loose = of.get(null) ?? []
  return [
    ...slots.slice(0, reached).flatMap((slot): readonly PeopleItem[] => {
      const inside = of.get(slot.id) ?? []
      return searched && inside.length === 0 ? [] : [{ is: 'slot', slot }, ...inside.map(person)]
    }),
    ...(loose.length > 0 ? [{ is: 'unslotted' } as const, ...loose.map(person)] : []),
  ]
}

export const itemKey = (item: PeopleItem): string =>
  item.is === 'person' ? item.seat.id : item.is === 'slot' ? item.slot.id : item.is
