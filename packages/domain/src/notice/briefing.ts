// 004 3.8: «Преподаватели осуществляют информирование / инструктаж испытуемых».
import type { Instant } from '../time.ts'

export type Briefing = {
  readonly exam: string
  readonly by: string
  readonly text: string
  readonly edition: number
  readonly heldAt: Instant
}

/** Present at the briefing, or read it and said so. */
export type Briefed = {
  readonly examinee: string
  readonly edition: number
  readonly how: 'attended' | 'acknowledged'
  readonly at: Instant
  readonly notedBy: string
}

export type BriefingStanding = {
  readonly done: boolean
  readonly missing: readonly string[]
}

/** Done when every examinee of the list attended or acknowledged this edition; someone cannot be noted by another examinee. */
export function briefingStanding(
  briefing: Briefing | null,
  examinees: readonly string[],
  log: readonly Briefed[],
): BriefingStanding {
  const people = [...new Set(examinees)]
  if (briefing === null || briefing.text.trim() === '') return { done: false, missing: people }
  const valid = log.filter(
    ({ edition, how, examinee, notedBy }) =>
      edition === briefing.edition && notedBy === (how === 'attended' ? briefing.by : examinee),
  )
  const missing = people.filter((person) => !valid.some(({ examinee }) => examinee === person))
  return { done: missing.length === 0, missing }
}
