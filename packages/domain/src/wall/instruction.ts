// An instruction on the examinee's screen: shown, confirmed by the examinee, and judged by the proctor alone (003 4.2.6, 004 6.3.6).
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Mode } from '../scheduling/event.ts'
import { type Instant, isBefore } from '../time.ts'

export type Instruction = {
  readonly words: string
  readonly reason: string
  readonly at: Instant
  readonly shownAt: Instant | null
  /** The examinee pressed «выполнено». */
  readonly confirmedAt: Instant | null
  /** The proctor found that it was not followed. */
  readonly ignored: { readonly at: Instant; readonly reason: string } | null
}

export type InstructionRefusal =
  | 'nobody_watches'
  | 'no_reason'
  | 'no_words'
  | 'not_shown_yet'
  | 'already_judged'
type Outcome =
  | { readonly ok: true; readonly instruction: Instruction }
  | { readonly ok: false; readonly why: InstructionRefusal }

/** The duty to follow a proctor's instructions is that of a live exam. */
export function instruct(words: string, reason: string, mode: Mode, now: Instant): Outcome {
  if (mode !== 'sync') return { ok: false, why: 'nobody_watches' }
  if (reason.trim() === '') return { ok: false, why: 'no_reason' }
  if (words.trim() === '') return { ok: false, why: 'no_words' }
  const instruction = { words, reason, at: now, shownAt: null, confirmedAt: null, ignored: null }
  return { ok: true, instruction }
}

export const shown = (instruction: Instruction, at: Instant): Instruction => ({
  ...instruction,
  shownAt: instruction.shownAt ?? at,
})

const seenBy = ({ shownAt }: Instruction, at: Instant): boolean => shownAt !== null && !isBefore(at, shownAt)

export const confirm = (instruction: Instruction, at: Instant): Outcome =>
  seenBy(instruction, at)
    ? { ok: true, instruction: { ...instruction, confirmedAt: instruction.confirmedAt ?? at } }
    : { ok: false, why: 'not_shown_yet' }

/** What was never on the screen cannot have been ignored; silence by itself is nothing either. */
export function findIgnored(instruction: Instruction, reason: string, at: Instant): Outcome {
  if (!seenBy(instruction, at)) return { ok: false, why: 'not_shown_yet' }
  if (instruction.ignored) return { ok: false, why: 'already_judged' }
  if (reason.trim() === '') return { ok: false, why: 'no_reason' }
  return { ok: true, instruction: { ...instruction, ignored: { at, reason } } }
}

/** The mark that a finding leads to; none while only a confirmation is missing. */
export const markOfInstruction = ({ ignored }: Instruction): ViolationCode | null =>
  ignored ? 'proctor_instructions_ignored' : null
