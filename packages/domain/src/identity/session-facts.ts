import type { SessionFacts } from '../lifecycle/session.ts'
import { type AtDoor, missing } from './visit.ts'

type OfDoor = Pick<
  SessionFacts,
  | 'identityEstablished'
  | 'systemMayIdentify'
  | 'failureNamed'
  | 'rulesAcknowledged'
  | 'responsibilityAcknowledged'
>

/** What the door knows of the facts SM-2 moves by. Steps that nobody asked for are no obstacle. */
export function factsAtDoor({ steps, visit, by }: AtDoor): OfDoor {
  const left = missing(steps, visit.done)
  const place = left.some((id) => id === 'headphones' || id === 'behind')
  const shown = left.every((id) => ['rules', 'responsibility', 'headphones', 'behind'].includes(id))
  return {
    // In the asynchronous mode what was shown is fixed now and compared at the review (004 2, 4.2).
    identityEstablished: shown && (by === 'proctor' ? visit.state === 'admitted' : visit.state !== 'refused'),
    systemMayIdentify: by !== 'proctor',
    failureNamed: visit.state === 'refused',
    rulesAcknowledged: !left.includes('rules'),
    responsibilityAcknowledged: !left.includes('responsibility') && !place,
  }
}
