// The line to this server is measured with its own bytes: enough for a check, never enough to crowd out recordings.

export type ProbeLimits = {
  readonly windowMs: number
  readonly bytesEach: number
  readonly pingsEach: number
  readonly bytesAll: number
  /** Transfers of everybody at one moment. */
  readonly atOnce: number
}
export const probeLimits: ProbeLimits = {
  windowMs: 60_000,
  bytesEach: 48 * 1024 * 1024,
  pingsEach: 300,
  bytesAll: 1024 * 1024 * 1024,
  atOnce: 8,
}

type Spent = { since: number; bytes: number; pings: number }
type Taken = { readonly ok: true; readonly done: () => void }
type Refused = { readonly ok: false; readonly why: 'too_many' | 'busy'; readonly retryAfterS: number }

export function probeBudget(monoMs: () => number, limits: ProbeLimits = probeLimits) {
  const people = new Map<string, Spent>()
  const all: Spent = { since: 0, bytes: 0, pings: 0 }
  let running = 0

  const fresh = (spent: Spent, now: number): Spent => {
    if (now - spent.since >= limits.windowMs) {
      spent.since = now
      spent.bytes = 0
      spent.pings = 0
    }
    return spent
  }
  const of = (person: string, now: number): Spent => {
    // Whoever measured long ago is forgotten before the list grows.
    if (people.size > 10_000)
      for (const [key, spent] of people) if (now - spent.since >= limits.windowMs) people.delete(key)
    const spent = people.get(person) ?? { since: now, bytes: 0, pings: 0 }
    people.set(person, spent)
    return fresh(spent, now)
  }
  const wait = (spent: Spent, now: number) => Math.ceil((spent.since + limits.windowMs - now) / 1000)

  return {
    transfer(person: string, bytes: number): Taken | Refused {
      const now = monoMs()
      const own = of(person, now)
      if (own.bytes + bytes > limits.bytesEach)
        return { ok: false, why: 'too_many', retryAfterS: wait(own, now) }
      if (fresh(all, now).bytes + bytes > limits.bytesAll)
        return { ok: false, why: 'busy', retryAfterS: wait(all, now) }
      if (running >= limits.atOnce) return { ok: false, why: 'busy', retryAfterS: 1 }
      own.bytes += bytes
      all.bytes += bytes
      running += 1
      let open = true
      const done = () => {
        if (open) running -= 1
        open = false
      }
      return { ok: true, done }
    },
    ping(person: string): { readonly ok: true } | Refused {
      const now = monoMs()
      const own = of(person, now)
      if (own.pings >= limits.pingsEach) return { ok: false, why: 'too_many', retryAfterS: wait(own, now) }
      own.pings += 1
      return { ok: true }
    },
  }
}
