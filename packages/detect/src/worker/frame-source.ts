import type { Sound } from '../hear/ear.ts'

/** Asks the recorder for its next frame, one at a time: nothing is copied that nobody looks at. */
export class FrameSource {
  readonly #port: MessagePort
  #came: ((frame: VideoFrame | null) => void) | null = null

  #onSound: ((sound: Sound) => void) | null = null

  constructor(port: MessagePort) {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<VideoFrame | Sound>) => {
      if ('samples' in data) return this.#onSound?.(data)
      // Nobody waits any more: the frame is too old.
      if (!this.#came) return data.close()
      this.#came(data)
    }
  }

  listen(onSound: (sound: Sound) => void): void {
    this.#onSound = onSound
    this.#port.postMessage('sound')
  }

  /** Null where none came in time. */
  next(withinMs: number): Promise<VideoFrame | null> {
    return new Promise((resolve) => {
      const done = (frame: VideoFrame | null) => {
        clearTimeout(timer)
        this.#came = null
        resolve(frame)
      }
      const timer = setTimeout(() => done(null), withinMs)
      this.#came = done
      this.#port.postMessage('next')
    })
  }
}
