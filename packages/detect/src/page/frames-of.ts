// Frames of a camera that nobody records: the eyes ask, and get what a hidden video shows.
export type Frames = { readonly port: MessagePort; readonly close: () => void }

/** Null where this browser makes no frames. */
export function framesOf(stream: MediaStream): Frames | null {
  const [track] = stream.getVideoTracks()
  if (!track || typeof VideoFrame === 'undefined') return null
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => {})
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    if (video.readyState < 2 || track.readyState !== 'live') return
    const frame = new VideoFrame(video, { timestamp: Math.round(performance.now() * 1_000) })
    port1.postMessage(frame, [frame])
  }
  return {
    port: port2,
    close: () => {
      port1.close()
      video.srcObject = null
    },
  }
}
