// The same bytes recorded twice. A camera that films somebody never repeats itself to the bit; a file that is played back does.
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Moment } from './signal.ts'

/** «…или иным способом воздействовать на видеозапись»: 001 6.5, 003 6.7.5, 004 8.6.5. */
export const replayRule = {
  rule: 'replayed_recording',
  code: 'video_recording_disabled',
} as const satisfies {
  readonly rule: string
  readonly code: ViolationCode
}

export const replayLimits = {
  /** About twenty seconds. One fragment of two honest people may be equal by chance, a row of them is not; a shorter replay hides nothing. */
  consecutive: 10,
  /** Bytes. A black, silent or switched off camera gives less for two seconds and gives the same to everybody; a filmed room never. */
  smallest: 8_192,
} as const

/** One stored fragment of a camera and when it lay on its own session's clock. */
export type CameraFragment = {
  readonly session: string
  readonly track: string
  /** The device's own number within the track. */
  readonly seq: number
  readonly digest: string
  readonly bytes: number
  readonly from: Moment
  readonly to: Moment
  /** When the server accepted it. */
  readonly acceptedAt: number
}

export type Replay = {
  readonly track: string
  /** Number of the first fragment. */
  readonly seq: number
  readonly from: Moment
  readonly to: Moment
  readonly fragments: number
  /** Where the same bytes were accepted first. */
  readonly of: { readonly session: string; readonly from: Moment; readonly to: Moment }
}

type Copied = { readonly own: CameraFragment; readonly of: CameraFragment }

const before = (a: CameraFragment, b: CameraFragment): number =>
  a.acceptedAt - b.acceptedAt || a.session.localeCompare(b.session) || a.seq - b.seq

const isSamePlace = (a: CameraFragment, b: CameraFragment): boolean =>
  a.session === b.session && a.track === b.track && a.seq === b.seq

/** What was accepted first is nobody's copy, so one pair of recordings makes one hint and not two. */
function firstsOf(known: readonly CameraFragment[]): ReadonlyMap<string, CameraFragment> {
  const firsts = new Map<string, CameraFragment>()
  for (const one of known) {
    const first = firsts.get(one.digest)
    if (!first || before(one, first) < 0) firsts.set(one.digest, one)
  }
  return firsts
}

const goesOn = (last: Copied | undefined, next: Copied): boolean =>
  last !== undefined &&
  last.own.track === next.own.track &&
  last.own.seq + 1 === next.own.seq &&
  last.of.session === next.of.session &&
  last.of.track === next.of.track

/** `own`: fragments of one session. `earlier`: fragments anywhere with digests of these; what came later among them is no source. */
export function replaysIn(
  own: readonly CameraFragment[],
  earlier: readonly CameraFragment[],
): readonly Replay[] {
  const firsts = firstsOf([...own, ...earlier])
  const runs: Copied[][] = []
  for (const one of [...own].sort((a, b) => a.track.localeCompare(b.track) || a.seq - b.seq)) {
    const of = firsts.get(one.digest)
    if (!of || one.bytes < replayLimits.smallest || isSamePlace(of, one)) continue
    const run = runs.at(-1)
    const next = { own: one, of }
    if (run && goesOn(run.at(-1), next)) run.push(next)
    else runs.push([next])
  }
  return runs.filter((run) => run.length >= replayLimits.consecutive).map(replayOf)
}

const replayOf = (run: readonly Copied[]): Replay => {
  const [first] = run as readonly [Copied]
  return {
    track: first.own.track,
    seq: first.own.seq,
    from: first.own.from,
    to: run.reduce((latest, { own }) => Math.max(latest, own.to), first.own.to),
    fragments: run.length,
    of: {
      session: first.of.session,
      from: run.reduce((earliest, { of }) => Math.min(earliest, of.from), first.of.from),
      to: run.reduce((latest, { of }) => Math.max(latest, of.to), first.of.to),
    },
  }
}
