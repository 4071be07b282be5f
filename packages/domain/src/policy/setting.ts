// What is known of one parameter: the act says it, people decided it where the act is silent, nobody decided it yet, or a law
// limits it whatever the act says.
import type { Value } from './parameter.ts'

export type Setting =
  | {
      readonly state: 'act'
      readonly value: Value
      readonly clauses: readonly string[]
      readonly note?: string
      /** The words of those clauses, where they are an institution's own. */
      readonly quote?: string
    }
  | { readonly state: 'decision'; readonly value: Value; readonly ground: string }
  | { readonly state: 'open' }
  | {
      readonly state: 'capped'
      readonly value: Value
      readonly law: string
      readonly trap: string
      readonly said: Value | null
    }

export type Stated = Extract<Setting, { state: 'act' }>

/** Set by the act, in these clauses of it: `says(15, '3.7')`. */
export const says = (value: Value, ...clauses: readonly string[]): Stated => ({
  state: 'act',
  value,
  clauses,
})

/** The same with what the text leaves unsaid, in the institution's language. */
export const saysWith = (note: string, value: Value, ...clauses: readonly string[]): Stated => ({
  ...says(value, ...clauses),
  note,
})
