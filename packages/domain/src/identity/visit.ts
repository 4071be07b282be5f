// One examinee's stay at the door, from the first step to the word of a person: the states `identification`,
// `identification_failed` and `rules_ack` of SM-2 with what leads from one to the other.
import type { Reference } from '../consent/binding.ts'
import type { ExamMode } from '../exam/card.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import type { Instant } from '../time.ts'
import { doorSteps, type Identifier, identifiedBy, type Step, type StepId, type StepKind } from './steps.ts'
import type { Verdict } from './verdict.ts'

export type VisitState = 'preparing' | 'waiting' | 'asked_again' | 'admitted' | 'refused'

export type Visit = {
  readonly state: VisitState
  readonly done: readonly StepId[]
  /** What a proctor asked for besides the act's own steps. */
  readonly asked: readonly StepId[]
  /** When this examinee first came to the queue: asked again, a person keeps the place. */
  readonly cameAt: Instant | null
}

export const atTheDoor: Visit = { state: 'preparing', done: [], asked: [], cameAt: null }

export const missing = (steps: readonly Step[], done: readonly StepId[]): readonly StepId[] =>
  steps.filter(({ id }) => !done.includes(id)).map(({ id }) => id)

export const visitRefusals = ['not_now', 'not_asked', 'steps_missing', 'nobody_decides'] as const
export type VisitRefusal = (typeof visitRefusals)[number]

export type Moved =
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly why: VisitRefusal }

const no = (why: VisitRefusal): Moved => ({ ok: false, why })
const yes = (visit: Visit): Moved => ({ ok: true, visit })

/** A step was done, or done anew. What a proctor is looking at stays as it is; rules may be read while waiting. */
export function doStep(visit: Visit, id: StepId, steps: readonly Step[]): Moved {
  const step = steps.find((one) => one.id === id)
  if (!step) return no('not_asked')
  const open = visit.state === 'preparing' || visit.state === 'asked_again'
  if (!open && !(visit.state === 'waiting' && step.kind === 'words')) return no('not_now')
  return yes({ ...visit, done: [...visit.done.filter((one) => one !== id), id] })
}

/** Everything is ready: the examinee joins the queue, where somebody is there to decide. */
export function comeIn(visit: Visit, steps: readonly Step[], by: Identifier | null, now: Instant): Moved {
  if (by !== 'proctor') return no('nobody_decides')
  if (visit.state !== 'preparing' && visit.state !== 'asked_again') return no('not_now')
  if (missing(steps, visit.done).length > 0) return no('steps_missing')
  return yes({ ...visit, state: 'waiting', cameAt: visit.cameAt ?? now })
}

/** The proctor's word. A word once given is not taken back here: a refused person tries again, an admitted one is stopped. */
export function judge(visit: Visit, verdict: Verdict): Moved {
  if (visit.state !== 'waiting') return no('not_now')
  switch (verdict.is) {
    case 'admitted':
      return yes({ ...visit, state: 'admitted' })
    case 'refused':
      return yes({ ...visit, state: 'refused' })
    case 'again':
      return yes({
        ...visit,
        state: 'asked_again',
        done: visit.done.filter((id) => !verdict.steps.includes(id)),
        asked: [...new Set([...visit.asked, ...verdict.steps])],
      })
  }
}

/** At the review of the recording a person says the same of what was fixed before the start (004 2, 4.2); nobody can show it again. */
export const judgeLater = (visit: Visit, steps: readonly Step[], verdict: Verdict): Moved =>
  visit.state !== 'preparing' || verdict.is === 'again' || missing(steps, visit.done).length > 0
    ? no('not_now')
    : yes({ ...visit, state: verdict.is })

const againKept: readonly (StepKind | undefined)[] = ['words', 'elsewhere']

/** From the beginning: every step is shown anew, and the queue is joined at its end. Words that were read stay read. */
export const startOver = (visit: Visit, steps: readonly Step[]): Visit => ({
  ...visit,
  state: 'preparing',
  cameAt: null,
  done: visit.done.filter((id) => againKept.includes(steps.find((step) => step.id === id)?.kind)),
})

/** A refusal is no end while the start window is open. */
export const tryAgain = (visit: Visit, steps: readonly Step[]): Moved =>
  visit.state === 'refused' ? yes(startOver(visit, steps)) : no('not_now')

export const heldCodes = [
  'identity_steps_missing',
  'identity_undecided',
  'identity_refused',
  'external_identity_missing',
] as const
export type Held = (typeof heldCodes)[number]

export type AtDoor = {
  readonly steps: readonly Step[]
  readonly visit: Visit
  readonly by: Identifier | null
}

/** Where a person stands under the rules of the exam; `visit` is null for one who has not come yet. */
export function atDoor(
  { policy, mode }: { readonly policy: EffectivePolicy; readonly mode: ExamMode },
  visit: Visit | null,
  reference: Reference | null,
): AtDoor {
  const own = visit ?? atTheDoor
  const live = mode === 'sync' || mode === 'offline'
  return {
    visit: own,
    steps: doorSteps(policy, { reference, asked: own.asked }),
    by: identifiedBy(policy, live ? 'sync' : 'async'),
  }
}

/** Why the control window may not open yet; null: nothing is held against it (R4-4.1, R0-1.3b). */
export function heldAtDoor({ steps, visit, by }: AtDoor): Held | null {
  if (visit.state === 'refused') return 'identity_refused'
  const left = missing(steps, visit.done)
  if (left.includes('external')) return 'external_identity_missing'
  if (left.length > 0) return 'identity_steps_missing'
  return by === 'proctor' && visit.state !== 'admitted' ? 'identity_undecided' : null
}

/** Who can help with what holds a person here, the nearest first. */
export type Helper = 'self' | 'proctor' | 'teacher' | 'support'

export function whoHelps(held: Held, proctors: number): readonly Helper[] {
  switch (held) {
    case 'identity_steps_missing':
      return ['self', 'support']
    case 'identity_undecided':
      return proctors > 0 ? ['proctor', 'support'] : ['teacher', 'support']
    case 'identity_refused':
      return ['self', 'teacher', 'support']
    case 'external_identity_missing':
      return ['teacher', 'support']
  }
}
