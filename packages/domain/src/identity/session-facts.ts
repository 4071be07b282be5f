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
  const shown = !left.some((id) => id !== 'rules' && id !== 'responsibility' && id !== 'headphones')
  return {
    // In the asynchronous mode what was shown is fixed now and compared at the review (004 2, 4.2).
    identityEstablished: shown && (by === 'proctor' ? visit.state === 'admitted' : visit.state !== 'refused'),
    systemMayIdentify: by !== 'proctor',
    failureNamed: visit.state === 'refused',
    rulesAcknowledged: !left.includes('rules'),
    responsibilityAcknowledged: !left.includes('responsibility') && !left.includes('headphones'),
  }
}
