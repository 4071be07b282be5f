import type { ProtocolView } from '@ochno/contract/protocols'
import { proposalsOf } from '@ochno/domain/conduct/standing'
import { samePrinted } from '@ochno/domain/failure/printed'
import { rowName } from '@ochno/domain/protocol/draft'
import { type Happened, isNew, receiptOf } from '@ochno/domain/protocol/happened'
import type { Instant } from '@ochno/domain/time'
import type { ProtocolEdition } from '../../ports/protocols.ts'
import type { Known } from './situation.ts'
import { wordingOf } from './wording.ts'

type Row = ProtocolView['happened'][number]

const textOf = (one: Happened): string => ('text' in one ? one.text : 'reason' in one ? one.reason : '')

function outcomeOf(one: Happened): string | null {
  switch (one.is) {
    case 'absence':
      return one.permitted ? 'permitted' : 'over'
    case 'scan':
      return one.stands
    case 'instruction':
      return one.answer
    case 'warning':
      return one.inRoom ? 'in_room' : receiptOf(one)
    case 'call':
      return one.answer
    case 'unjudged':
      return one.stands ? 'no_violation' : 'judged_after_all'
    default:
      return null
  }
}

const minutesOf = (one: Happened): number | null =>
  one.is === 'given'
    ? Math.round(one.ms / 60_000)
    : one.is === 'absence' && one.moreMinutes
      ? one.moreMinutes
      : null

const rowOf = (one: Happened, seen: number): Row => ({
  of: one.of,
  from: one.from.toString(),
  to: one.to?.toString() ?? null,
  is: one.is,
  text: textOf(one),
  outcome: outcomeOf(one),
  minutes: minutesOf(one),
  failure: one.is === 'failure' ? { side: one.fault, found: one.found, mayPostpone: one.mayPostpone } : null,
  fresh: isNew(one, seen),
})

/** Before anything was written everything is there to be read, and nothing of it is new. */
export const happenedRows = ({ happened, protocol }: Known): Row[] =>
  happened.map((one) => rowOf(one, protocol ? protocol.seen : Number.POSITIVE_INFINITY))

export const offersOf = (known: Known, now: Instant): ProtocolView['offers'] =>
  proposalsOf(known.log, known.rules, known.session.deauthorizedAt ?? now).map(({ of, code, from, to }) => ({
    of,
    code,
    wording: wordingOf(code),
    row: rowName(known.act, code),
    from: from.toString(),
    to: to.toString(),
  }))

/** What the last signed edition does not say yet; whoever signed it may sign the next one. */
export function laterOf(known: Known, last: ProtocolEdition | undefined): ProtocolView['later'] {
  if (!last) return null
  const signed = new Set(last.facts.marks.map(({ key }) => key))
  const standing = new Set(known.marks.map(({ key }) => key))
  const marks = [...standing].filter((key) => !signed.has(key)).length
  const gone = [...signed].filter((key) => !standing.has(key)).length
  const reached = Math.max(0, ...(last.facts.happened ?? []).map(({ upTo }) => upTo))
  const said = samePrinted(known.failures, last.facts.failures ?? []) ? 0 : 1
  const happened =
    (last.facts.happened ? known.happened.filter((one) => isNew(one, reached)).length : 0) + said
  const hints = known.issue.unresolvedHints
  return marks + gone + happened + hints === 0 ? null : { happened, marks: marks + gone, hints }
}
