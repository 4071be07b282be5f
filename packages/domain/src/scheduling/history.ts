// The history of a published exam as it is read: people put on it one after another in one go are one line.
import { type Instant, isBefore, minutes } from '../time.ts'
import type { StartWindow } from './start-window.ts'

type Line = {
  readonly what: string
  readonly by: string
  readonly why: string
  readonly at: Instant
  readonly now: StartWindow | null
  readonly sessions: readonly string[]
  readonly who: readonly string[]
}

const IN_ONE_GO = minutes(10)
const NAMES = 5

const sameWindow = (one: StartWindow | null, other: StartWindow | null): boolean =>
  one === null || other === null
    ? one === other
    : one.opensAt.equals(other.opensAt) && one.closesAt.equals(other.closesAt)

const goOn = (later: Line, earlier: Line): boolean =>
  later.what === 'add' &&
  earlier.what === 'add' &&
  later.by === earlier.by &&
  later.why === earlier.why &&
  sameWindow(later.now, earlier.now) &&
  isBefore(later.at, earlier.at.add(IN_ONE_GO))

/** The latest first, as it comes in. */
export function inOneGo<L extends Line>(lines: readonly L[]): readonly L[] {
  const read: L[] = []
  for (const line of lines) {
    const last = read.at(-1)
    if (last && goOn(last, line))
      read[read.length - 1] = {
        ...last,
        sessions: [...last.sessions, ...line.sessions],
        who: [...new Set([...last.who, ...line.who])].slice(0, NAMES),
        at: line.at,
      }
    else read.push(line)
  }
  return read
}
