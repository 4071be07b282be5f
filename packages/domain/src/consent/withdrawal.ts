import type { PlainDate } from '../calendar/working-days.ts'
import { type Instant, isBefore } from '../time.ts'
import type { ConsentKind } from './rules.ts'

export type Affected = {
  readonly session: string
  readonly authorizedAt: Instant | null
  readonly deauthorizedAt: Instant | null
}

/** What happens to each session: `interrupt` is an interruption by withdrawal and never a violation (P-14). */
export type SessionEffect = 'deregister' | 'interrupt' | 'restrict_to_other_grounds'

export type WithdrawalEffects = {
  readonly effectiveOn: PlainDate
  readonly stopBiometricProcessing: boolean
  readonly blockNewSessions: boolean
  readonly sessions: readonly { readonly session: string; readonly effect: SessionEffect }[]
}

export type WithdrawalRequest = {
  readonly registeredNo: string
  readonly writtenOn: PlainDate
  readonly warnedOf: string | null
}

export type Withdrawn =
  | { readonly ok: true; readonly effects: WithdrawalEffects }
  | { readonly ok: false; readonly why: 'not_registered' | 'consequences_not_shown' }

/** A written, registered request; the person has seen what follows from it. */
export function withdraw(
  kind: ConsentKind,
  request: WithdrawalRequest,
  warning: string,
  sessions: readonly Affected[],
  now: Instant,
): Withdrawn {
  if (request.registeredNo.trim() === '') return { ok: false, why: 'not_registered' }
  if (request.warnedOf !== warning) return { ok: false, why: 'consequences_not_shown' }
  return {
    ok: true,
    effects: {
      effectiveOn: request.writtenOn,
      stopBiometricProcessing: kind === 'biometric',
      blockNewSessions: true,
      sessions: sessions.map((session) => ({ session: session.session, effect: effectOn(session, now) })),
    },
  }
}

export const effectOn = ({ authorizedAt, deauthorizedAt }: Affected, now: Instant): SessionEffect =>
  authorizedAt === null || isBefore(now, authorizedAt)
    ? 'deregister'
    : deauthorizedAt === null || isBefore(now, deauthorizedAt)
      ? 'interrupt'
      : 'restrict_to_other_grounds'

/** 004 App. 5, shown before withdrawing as it is printed on the form. */
export const withdrawalWarning = (institution: string, programme: string): string =>
  `Я уведомлен о том, что в случае отзыва мной настоящего согласия у ${institution} могут возникнуть непреодолимые препятствия в реализации образовательной программы ${programme} с применением электронного обучения и/или дистанционных образовательных технологий.`
