// One <video> and its buffer. Jobs run one after the other; the buffer's own timeline is the session's, in seconds.
import type { EpochView } from '@ochno/contract/watch'
import type { Feed } from './assembler.ts'
import { type Keep, type Range, rangesOf, surplus } from './buffered.ts'
import { type Job, nextGathered } from './jobs.ts'
import { mimeOf } from './mime.ts'

type Bytes = Uint8Array<ArrayBufferLike>
type Head = { readonly view: EpochView; readonly bytes: Bytes }

/** Jobs that wait beyond this are a viewer that can not keep up: the player starts the track anew. */
const MAX_JOBS = 2_000

export class MediaTrack {
  readonly video: HTMLVideoElement
  readonly #heads = new Map<number, Head>()
  readonly #onTrouble: () => void
  #source: MediaSource
  #url: string
  #buffer: SourceBuffer | null = null
  #mime = ''
  #jobs: Job[] = []
  #keep: readonly Keep[] = []
  #appendedAt = Number.NEGATIVE_INFINITY
  /** Live bytes are gathered this long before they go into the buffer together: among many people each append costs. */
  gatherMs = 0
  #closed = false

  constructor(video: HTMLVideoElement, onTrouble: () => void) {
    this.video = video
    this.#onTrouble = onTrouble
    this.#source = new MediaSource()
    this.#url = URL.createObjectURL(this.#source)
    this.#attach()
  }

  #attach(): void {
    this.#source.addEventListener('sourceopen', () => this.#step(), { once: true })
    this.video.src = this.#url
  }

  /** After an error of the decoder: a new source, the same heads. */
  renew(): void {
    URL.revokeObjectURL(this.#url)
    this.#jobs = []
    this.#buffer = null
    this.#source = new MediaSource()
    this.#url = URL.createObjectURL(this.#source)
    this.#attach()
  }

  hasHead = (epoch: number): boolean => this.#heads.has(epoch)
  head(view: EpochView, bytes: Bytes): void {
    this.#heads.set(view.epoch, { view, bytes })
  }

  feed(steps: readonly Feed[]): void {
    if (this.#closed) return
    this.#jobs.push(...steps)
    if (this.#jobs.length > MAX_JOBS) this.#onTrouble()
    this.#step()
  }

  /** Calls back once everything asked for so far is in the buffer. */
  afterwards(call: () => void): void {
    this.#jobs.push({ do: 'call', call })
    this.#step()
  }

  ranges(): Range[] {
    try {
      return this.#buffer ? rangesOf(this.#buffer.buffered) : []
    } catch {
      return []
    }
  }

  /** Only these stretches need to stay. */
  keep(keep: readonly Keep[]): void {
    this.#keep = keep
    if (this.#jobs.length === 0) this.#evict()
    this.#step()
  }

  /** What was gathered goes on when its time has come. */
  pump(): void {
    this.#step()
  }

  #next(): Job | null {
    const sinceMs = performance.now() - this.#appendedAt
    return this.gatherMs === 0
      ? (this.#jobs.shift() ?? null)
      : nextGathered(this.#jobs, sinceMs, this.gatherMs)
  }

  #evict(): boolean {
    const gone = surplus(this.ranges(), this.#keep)
    this.#jobs.unshift(...gone.map((range) => ({ do: 'remove', range }) as const))
    return gone.length > 0
  }

  #step(): void {
    while (!this.#closed && this.#source.readyState === 'open' && !this.#buffer?.updating) {
      const job = this.#next()
      if (!job) return
      try {
        this.#run(job)
      } catch (error) {
        if (job.do === 'append' && error instanceof DOMException && error.name === 'QuotaExceededError') {
          this.#jobs.unshift(job)
          if (this.#evict()) continue
          this.#jobs.shift()
          return
        }
        this.#onTrouble()
        return
      }
    }
  }

  #run(job: Job): void {
    if (job.do === 'call') return job.call()
    if (job.do === 'reset') return this.#reset(job.epoch)
    if (!this.#buffer) return
    if (job.do === 'remove') return this.#buffer.remove(job.range.start, job.range.end)
    this.#buffer.appendBuffer(job.bytes as Uint8Array<ArrayBuffer>)
    this.#appendedAt = performance.now()
  }

  #reset(epoch: number): void {
    const head = this.#heads.get(epoch)
    const mime = head && mimeOf(head.view.format, head.view.flags)
    if (!head || !mime || !MediaSource.isTypeSupported(mime)) throw new Error('no head for this epoch')
    if (!this.#buffer) {
      this.#buffer = this.#source.addSourceBuffer(mime)
      this.#buffer.addEventListener('updateend', () => this.#step())
      this.#buffer.addEventListener('error', () => this.#onTrouble())
    } else {
      this.#buffer.abort()
      if (mime !== this.#mime) this.#buffer.changeType(mime)
    }
    this.#mime = mime
    this.#buffer.timestampOffset = head.view.startMs / 1000
    this.#buffer.appendBuffer(head.bytes as Uint8Array<ArrayBuffer>)
  }

  close(): void {
    this.#closed = true
    this.#jobs = []
    this.video.removeAttribute('src')
    this.video.load()
    URL.revokeObjectURL(this.#url)
  }
}
