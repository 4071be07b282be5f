import type { StandingView } from '@ochno/contract/conduct'
import type { SessionView } from '@ochno/contract/sessions'

/** Where the examinee stands, from the server's word alone; what the page then shows hangs on it. */
export type ExamStage = 'prepare' | 'too_early' | 'too_late' | 'running' | 'over' | 'called_off'

export function examStage(session: SessionView, nowMs: number): ExamStage {
  switch (session.state) {
    case 'admitted':
      if (nowMs < Date.parse(session.opensAt)) return 'too_early'
      return nowMs >= Date.parse(session.closesAt) ? 'too_late' : 'prepare'
    case 'cancelled':
      return 'called_off'
    case 'expired_not_started':
      return 'too_late'
    case 'authorized':
    case 'in_progress':
      return 'running'
    case 'submitted':
    case 'deauthorized':
      return 'over'
  }
}

/** The page's clock goes by whole seconds, so the end does as well: never is more left than was given. */
export const leftMs = (session: SessionView, nowMs: number): number =>
  session.deadline
    ? Math.floor(Date.parse(session.deadline) / 1000) * 1000 - nowMs
    : session.lengthMinutes * 60_000

/** SM-17: while the clock stands by a pause that is given back, the time left stays where it was. */
export function comingBackMs(
  heard: { readonly standing: Pick<StandingView, 'owedMs' | 'pause'> | null; readonly asOf: number },
  nowMs: number,
): number {
  if (!heard.standing || heard.standing.owedMs === 0) return 0
  // The page's clock goes by whole seconds: what was heard within this one is no older than it.
  const since = Math.max(0, nowMs - Math.floor(heard.asOf / 1000) * 1000)
  return heard.standing.owedMs + (heard.standing.pause ? since : 0)
}
