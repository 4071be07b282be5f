// Last resort for browsers without WebCodecs: MediaRecorder makes the file, the worker cuts it into fragments.
import type { CapturePath } from '../probe/choose-path.ts'
import type { MediaTrack, ToWorker } from '../protocol.ts'
import type { Feed } from './feeds.ts'

export function feedChunks(
  path: CapturePath & { feed: 'chunks' },
  track: MediaTrack,
  stream: MediaStream,
  kbps: number,
  post: (message: ToWorker) => void,
): Feed {
  const options = {
    mimeType: path.mimeType,
    videoBitsPerSecond: kbps * 1000,
    audioBitsPerSecond: 32_000,
    videoKeyFrameIntervalDuration: 2_000,
  }
  const recorder = new MediaRecorder(stream, options)
  const flags = (stream.getAudioTracks().length ? 4 : 0) | (stream.getVideoTracks().length ? 8 : 0)
  let first = true
  let queue = Promise.resolve()
  recorder.ondataavailable = ({ data }) => {
    queue = queue.then(async () => {
      const bytes = new Uint8Array(await data.arrayBuffer())
      post({ t: 'chunk', track, container: path.container, format: path.format, first, bytes, flags })
      first = false
    })
  }
  recorder.start(2_000)
  return {
    stop: () => {
      if (recorder.state !== 'inactive') recorder.stop()
    },
    grab: () => {},
  }
}
