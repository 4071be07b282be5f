/// <reference path="../vite.d.ts" />
// Three ways of getting a device's samples to the worker; which one, the probe decides.
import type { DeviceKind, MediaTrack, ToWorker } from '../protocol.ts'
import type { CapturePath } from '../probe/choose-path.ts'
import workletUrl from './sound-worklet.ts?worker&url'

export type Feed = { readonly stop: () => void; readonly grab: () => void }
type Post = (message: ToWorker, transfer?: Transferable[]) => void

/** Not in TypeScript's DOM: Chromium's name for a window-side processor. */
type Processor<T> = new (init: {
  track: MediaStreamTrack
  maxBufferSize?: number
}) => { readonly readable: ReadableStream<T> }
declare const MediaStreamTrackProcessor: Processor<VideoFrame> & Processor<AudioData>

const idle = () => {}

export function feedTrack(
  path: CapturePath,
  name: MediaTrack,
  track: MediaStreamTrack,
  post: Post,
  failed: (kind: DeviceKind) => void,
): Feed {
  const kind: DeviceKind = track.kind === 'video' ? 'video' : 'audio'
  if (path.feed === 'stream') return streamed(name, track, kind, post)
  return kind === 'video' ? grabbed(name, track, post) : worklet(name, track, post, () => failed('audio'))
}

function streamed(track: MediaTrack, source: MediaStreamTrack, kind: DeviceKind, post: Post): Feed {
  if (kind === 'video') {
    const stream: ReadableStream<VideoFrame> = new MediaStreamTrackProcessor({
      track: source,
      maxBufferSize: 15,
    }).readable as ReadableStream<VideoFrame>
    post({ t: 'stream', track, kind, stream }, [stream as unknown as Transferable])
  } else {
    const stream = new MediaStreamTrackProcessor({ track: source, maxBufferSize: 300 })
      .readable as unknown as ReadableStream<AudioData>
    post({ t: 'stream', track, kind, stream }, [stream as unknown as Transferable])
  }
  return { stop: idle, grab: idle }
}

/** Firefox: a hidden <video> shows the device, and the worker's tick says when to take a picture, also in a hidden tab. */
function grabbed(track: MediaTrack, source: MediaStreamTrack, post: Post): Feed {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([source])
  void video.play().catch(idle)
  post({ t: 'expect', track, kind: 'video' })
  return {
    stop: () => {
      video.srcObject = null
    },
    grab: () => {
      if (video.readyState < 2 || source.readyState !== 'live') return
      const frame = new VideoFrame(video, { timestamp: Math.round(performance.now() * 1000) })
      post({ t: 'frame', track, frame }, [frame])
    },
  }
}

const AUDIO_STARTS_MS = 5_000

/** Without any output device Firefox's AudioContext never starts and says nothing (media pitfall 11): hence the guard. */
function worklet(track: MediaTrack, source: MediaStreamTrack, post: Post, failed: () => void): Feed {
  return listen(source, failed, (port) => {
    post({ t: 'expect', track, kind: 'audio' })
    post({ t: 'sound_port', track, port }, [port])
  })
}

function listen(source: MediaStreamTrack, failed: () => void, opened: (port: MessagePort) => void): Feed {
  const context = new AudioContext({ latencyHint: 'playback' })
  const guard = setTimeout(() => {
    failed()
    stop()
  }, AUDIO_STARTS_MS)
  const stop = () => {
    clearTimeout(guard)
    void context.close().catch(idle)
  }
  const begin = async () => {
    await context.audioWorklet.addModule(workletUrl)
    const node = new AudioWorkletNode(context, 'ochno-sound', {
      numberOfInputs: 1,
      numberOfOutputs: 1,
      channelCount: 1,
      channelCountMode: 'explicit',
    })
    const channel = new MessageChannel()
    node.port.postMessage(channel.port1, [channel.port1])
    context.createMediaStreamSource(new MediaStream([source])).connect(node)
    // Unconnected nodes are not run; this one's output is silence.
    node.connect(context.destination)
    await context.resume()
    clearTimeout(guard)
    opened(channel.port2)
  }
  begin().catch(() => {
    failed()
    stop()
  })
  return { stop, grab: idle }
}

/** The voice of whoever talks with the examinee, on its way into the record. */
export function feedVoice(path: CapturePath, source: MediaStreamTrack, post: Post, failed: () => void): Feed {
  const ended = () => post({ t: 'voice_end' })
  if (path.feed === 'stream') {
    const stream = new MediaStreamTrackProcessor({ track: source, maxBufferSize: 300 })
      .readable as unknown as ReadableStream<AudioData>
    post({ t: 'voice', stream }, [stream as unknown as Transferable])
    return { stop: ended, grab: idle }
  }
  const heard = listen(source, failed, (port) => post({ t: 'voice_port', port }, [port]))
  return {
    stop: () => {
      heard.stop()
      ended()
    },
    grab: idle,
  }
}

/** Where the browser itself makes the file, both sounds are joined before it. */
export function joined(
  stream: MediaStream,
  voice: MediaStreamTrack,
): { stream: MediaStream; stop: () => void } {
  const context = new AudioContext({ latencyHint: 'playback' })
  const both = context.createMediaStreamDestination()
  context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(both)
  context.createMediaStreamSource(new MediaStream([voice])).connect(both)
  void context.resume()
  return {
    stream: new MediaStream([...stream.getVideoTracks(), ...both.stream.getAudioTracks()]),
    stop: () => void context.close().catch(idle),
  }
}
