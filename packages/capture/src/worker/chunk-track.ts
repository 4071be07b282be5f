// Last resort: the page's MediaRecorder makes the file, here it is only cut and kept. No parts, no ladder.
import { FLAG, type Format, KIND } from '@ochno/evidence/record'
import { Fmp4Splitter } from '../core/fmp4.ts'
import type { GapWhy, Moment, TrackWriter } from '../core/track-writer.ts'
import { clusterFacts, WebmSplitter } from '../core/webm.ts'
import { type FormatName, formats } from './formats.ts'

type Run = {
  readonly webm: WebmSplitter
  readonly mp4: Fmp4Splitter
  readonly epoch: number
  readonly start: Moment
  readonly flags: number
  readonly format: FormatName
  lastEnd: number
}

export class ChunkTrack {
  readonly #writer: TrackWriter
  readonly #now: () => Moment
  #run: Run | null = null

  constructor(writer: TrackWriter, now: () => Moment) {
    this.#writer = writer
    this.#now = now
  }

  push(
    container: 'webm' | 'mp4',
    format: FormatName,
    first: boolean,
    bytes: Uint8Array,
    flags: number,
  ): void {
    if (first || !this.#run) {
      this.#flush()
      this.#run = {
        webm: new WebmSplitter(),
        mp4: new Fmp4Splitter(),
        epoch: this.#writer.newEpoch(),
        start: this.#now(),
        flags,
        format,
        lastEnd: 0,
      }
    }
    const run = this.#run
    const { init, pieces } =
      container === 'webm'
        ? (({ init, clusters }) => ({ init, pieces: clusters }))(run.webm.push(bytes))
        : (({ init, fragments }) => ({ init, pieces: fragments }))(run.mp4.push(bytes))
    if (init) this.#write(KIND.init, init, run, 0, 0, false)
    for (const piece of pieces) this.#media(run, piece)
  }

  /** The page stops and starts its MediaRecorder; here only the gap is written down. */
  interrupt(why: GapWhy, from: Moment, to: Moment): void {
    this.#flush()
    if (this.#writer.hasRecords)
      this.#writer.json(KIND.gap, { type: why, fromMs: Math.round(from.wall), toMs: Math.round(to.wall) })
  }

  async finish(): Promise<void> {
    this.#flush()
    await this.#writer.idle()
  }

  #flush(): void {
    const rest = this.#run?.webm.rest()
    if (this.#run && rest) this.#media(this.#run, rest)
    this.#run = null
  }

  #media(run: Run, bytes: Uint8Array): void {
    const facts = clusterFacts(bytes)
    const elapsed = (this.#now().mono - run.start.mono) / 1000
    const at = facts ? facts.startMs / 1000 : run.lastEnd
    const end = facts ? facts.lastMs / 1000 : elapsed
    run.lastEnd = end
    this.#write(KIND.media, bytes, run, at, Math.max(0, end - at), facts?.key ?? true)
  }

  #write(
    kind: typeof KIND.init | typeof KIND.media,
    bytes: Uint8Array,
    run: Run,
    at: number,
    length: number,
    key: boolean,
  ): void {
    const flags = run.flags | (kind === KIND.media && key ? FLAG.key : 0)
    this.#writer.record(kind, run.epoch, bytes, {
      wall: run.start.wall + at * 1000,
      mono: run.start.mono + at * 1000,
      at,
      length,
      flags,
      format: formats[run.format].no as Format,
    })
  }
}
