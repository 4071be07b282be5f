// When in the exam the machine noticed something: hints in each stretch, and how many people were still writing then.
export type Stretch = {
  readonly fromMinute: number
  readonly hints: number
  readonly writing: number
  /** Mean of one person who still wrote; null when nobody did. */
  readonly perPerson: number | null
}

/** Minutes since each person's own start; a hint before it or after the end belongs to the nearest stretch. */
export function hintsOverTime(
  hintMinutes: readonly number[],
  lengths: readonly number[],
  step: number,
): readonly Stretch[] {
  const longest = Math.max(0, ...lengths)
  const count = Math.ceil(longest / step)
  const place = (minute: number) => Math.min(count - 1, Math.max(0, Math.floor(minute / step)))
  return Array.from({ length: count }, (_, i) => {
    const hints = hintMinutes.filter((minute) => place(minute) === i).length
    const writing = lengths.filter((length) => length > i * step).length
    return { fromMinute: i * step, hints, writing, perPerson: writing === 0 ? null : hints / writing }
  })
}
