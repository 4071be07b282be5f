// One way to write a lifecycle: rows of legal moves. What is not a row is refused; a guard may refuse with its own reason.
import type { Instant } from '../time.ts'

/** Everyone who may move something; `system` is the clock and the outbox, never a judgement (T-17). */
export type Party =
  | 'system'
  | 'examinee'
  | 'representative'
  | 'teacher'
  | 'proctor'
  | 'programme_manager'
  | 'methodist'
  | 'deputy_director'
  | 'director'
  | 'umu_head'
  | 'secretary'
  | 'commission'
  | 'office'
  | 'executor'
  | 'tech_responsible'
  | 'org_responsible'
  | 'auditor'

export type Move<State extends string, Command extends string, Facts, Why extends string> = {
  readonly from: readonly State[]
  readonly on: Command
  readonly to: State
  readonly by: readonly Party[]
  /** Null lets the move happen; otherwise the reason why not. Several moves may share (from, on): the first allowed one is taken. */
  readonly guard?: (facts: Facts) => Why | null
  /** The requirement rows and clauses the move stands on. */
  readonly clause: string
}

export type Lifecycle<State extends string, Command extends string, Facts, Why extends string> = {
  readonly id: string
  readonly first: State
  /** Every reason of its own that a guard may give; each has a sentence in both languages. */
  readonly refusals: readonly Why[]
  readonly moves: readonly Move<State, Command, Facts, Why>[]
}

export type Happened<State extends string, Command extends string> = {
  readonly command: Command
  readonly from: State
  readonly to: State
  readonly at: Instant
  readonly by: Party
  readonly clause: string
}

/** What any lifecycle may answer. */
export const lifecycleRefusals = ['not_now', 'not_yours'] as const
export type LifecycleRefusal = (typeof lifecycleRefusals)[number]

export type Outcome<State extends string, Command extends string, Why extends string> =
  | { readonly ok: true; readonly event: Happened<State, Command> }
  | { readonly ok: false; readonly why: Why | LifecycleRefusal }

/** Decides one command. `not_now`: no such move from here; `not_yours`: somebody else's move. */
export function decideMove<S extends string, C extends string, F, W extends string>(
  lifecycle: Lifecycle<S, C, F, W>,
  state: S,
  command: C,
  by: Party,
  facts: F,
  now: Instant,
): Outcome<S, C, W> {
  const here = lifecycle.moves.filter((move) => move.on === command && move.from.includes(state))
  if (here.length === 0) return { ok: false, why: 'not_now' }
  const mine = here.filter((move) => move.by.includes(by))
  if (mine.length === 0) return { ok: false, why: 'not_yours' }
  let why: W | null = null
  for (const move of mine) {
    const refused = move.guard?.(facts) ?? null
    if (refused === null)
      return { ok: true, event: { command, from: state, to: move.to, at: now, by, clause: move.clause } }
    why ??= refused
  }
  return { ok: false, why: why as W }
}

/** State after the events, checking that each begins where the one before ended: a broken history throws, it is never repaired. */
export function replay<S extends string, C extends string, F, W extends string>(
  lifecycle: Lifecycle<S, C, F, W>,
  events: readonly Happened<S, C>[],
): S {
  let state = lifecycle.first
  for (const event of events) {
    if (event.from !== state)
      throw new Error(`${lifecycle.id}: ${event.command} from ${event.from}, but it was ${state}`)
    state = event.to
  }
  return state
}

export const statesOf = <S extends string, C extends string, F, W extends string>(
  lifecycle: Lifecycle<S, C, F, W>,
): readonly S[] => [
  ...new Set([lifecycle.first, ...lifecycle.moves.flatMap((move) => [...move.from, move.to])]),
]

export const commandsOf = <S extends string, C extends string, F, W extends string>(
  lifecycle: Lifecycle<S, C, F, W>,
): readonly C[] => [...new Set(lifecycle.moves.map((move) => move.on))]
