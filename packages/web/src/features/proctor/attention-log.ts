// What the wall saw its proctor look at, in slices of time, until the server has them: pure, its clock is an argument.
import { type AttentionNote, SLICE_MS } from '@ochno/contract/attention'
import type { SessionId } from '@ochno/domain/ids'

type Looking = { readonly session: string; readonly since: number }
type Kept =
  | {
      readonly id: string
      readonly what: Watching
      readonly session: string
      readonly from: number
      readonly to: number
    }
  | {
      readonly id: string
      readonly what: 'answered'
      readonly session: string
      readonly alert: string
      readonly to: number
    }
type Watching = 'enlarged' | 'listening'

/** More than an hour of slices; the oldest go first when nobody takes them. */
const MOST = 2_000
const AT_ONCE = 200

export class AttentionLog {
  readonly #newId: () => string
  readonly #now = new Map<Watching, Looking>()
  #waiting: Kept[] = []

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** Null: nobody, or the page is out of sight. Called again and again with the same person it only cuts slices. */
  look(what: Watching, session: string | null, at: number): void {
    const before = this.#now.get(what)
    if (before && (before.session !== session || at - before.since >= SLICE_MS)) {
      if (at > before.since)
        this.#keep({ id: this.#newId(), what, session: before.session, from: before.since, to: at })
      this.#now.delete(what)
    }
    if (session !== null && !this.#now.has(what)) this.#now.set(what, { session, since: at })
  }

  answered(session: string, alert: string, at: number): void {
    this.#keep({ id: this.#newId(), what: 'answered', session, alert, to: at })
  }

  /** Cuts what is under way, so that no more than a moment is lost with the page. */
  cut(at: number): void {
    for (const [what, { session }] of [...this.#now]) {
      this.look(what, null, at)
      this.look(what, session, at)
    }
  }

  /** What the server has not confirmed yet, counted back from now. */
  unsent(at: number): AttentionNote[] {
    return this.#waiting.slice(0, AT_ONCE).map((one) => {
      const base = {
        id: one.id,
        session: one.session as SessionId,
        agoMs: Math.max(0, Math.round(at - one.to)),
      }
      return one.what === 'answered'
        ? { ...base, what: 'answered', alert: one.alert }
        : { ...base, what: one.what, lengthMs: Math.max(1, Math.round(one.to - one.from)) }
    })
  }

  kept(ids: readonly string[]): void {
    const known = new Set(ids)
    this.#waiting = this.#waiting.filter(({ id }) => !known.has(id))
  }

  #keep(one: Kept): void {
    this.#waiting = [...this.#waiting, one].slice(-MOST)
  }
}
