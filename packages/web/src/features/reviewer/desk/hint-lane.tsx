import type { ReviewDesk } from '@ochno/contract/review'
import classes from './desk.module.css'

type LaneProps = { readonly desk: ReviewDesk; readonly zeroMs: number; readonly lengthMs: number }

export const share = (ms: number, length: number): string => `${(ms / Math.max(1, length)) * 100}%`

/** Where hints are dense, and each of them in the colour of its state. */
export function HintLane({ desk, zeroMs, lengthMs }: LaneProps) {
  const { window, density, hints } = desk
  const step = (window.toMs - window.fromMs) / Math.max(1, density.length)
  const dense = density
    .map((weight, i) => ({ from: window.fromMs + i * step, weight }))
    .filter(({ weight }) => weight > 0)
  return (
    <>
      {dense.map(({ from, weight }) => (
        <rect
          key={from}
          className={classes.dense}
          opacity={0.2 + weight * 0.5}
          x={share(from - zeroMs, lengthMs)}
          width={share(step, lengthMs)}
          y="0"
          height="100%"
        />
      ))}
      {hints.map(({ no, fromMs, toMs, state }) => (
        <rect
          key={no}
          className={classes.tick}
          data-state={state}
          x={share(fromMs - zeroMs, lengthMs)}
          width={share(Math.max(toMs - fromMs, lengthMs / 300), lengthMs)}
          y="0"
          height="100%"
          rx="1"
        />
      ))}
    </>
  )
}

export function SeenLane({
  spans,
  zeroMs,
  lengthMs,
}: {
  readonly spans: readonly { readonly fromMs: number; readonly toMs: number }[]
  readonly zeroMs: number
  readonly lengthMs: number
}) {
  return (
    <>
      {spans.map(({ fromMs, toMs }) => (
        <rect
          key={`${fromMs}-${toMs}`}
          className={classes.seen}
          x={share(fromMs - zeroMs, lengthMs)}
          width={share(toMs - fromMs, lengthMs)}
          y="0"
          height="100%"
        />
      ))}
    </>
  )
}
