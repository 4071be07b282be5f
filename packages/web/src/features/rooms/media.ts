// Sound and pictures of one room over one connection. Everything is agreed once; what is sent and shown changes without a new agreement.
import type { RoomAsk, RoomTell } from '@ochno/contract/rooms'

type Offer = Extract<RoomTell, { t: 'offer' }>
type Candidate = Extract<RoomTell, { t: 'candidate' }>

/** Bits per second: the camera, the same small for the tiles of a full room, the screen. */
const RATES = { cam: 450_000, low: 110_000, scr: 900_000 } as const
const own = ['mic', 'cam', 'low', 'scr'] as const
type Own = (typeof own)[number]
const isOwn = (mid: string | null): mid is Own => own.includes(mid as Own)

export type Sent = {
  readonly microphone: MediaStreamTrack | null
  readonly camera: MediaStreamTrack | null
  readonly screen: MediaStreamTrack | null
}

export type RoomMedia = {
  readonly offer: (offer: Offer) => Promise<void>
  readonly candidate: (candidate: Candidate) => void
  readonly send: (sent: Sent) => void
  readonly close: () => void
}

/** After so long a line that failed is made anew. */
const AGAIN_MS = 1_500

export function roomMedia(
  say: (what: RoomAsk) => void,
  ears: {
    /** What comes in, by slot. */
    readonly tracks: (tracks: ReadonlyMap<string, MediaStreamTrack>) => void
    readonly on: (connected: boolean) => void
  },
): RoomMedia {
  let link: RTCPeerConnection | null = null
  let peer = ''
  let sent: Sent = { microphone: null, camera: null, screen: null }
  let low: MediaStreamTrack | null = null
  let early: Candidate[] = []
  let again: ReturnType<typeof setTimeout> | null = null
  let closed = false

  const drop = () => {
    if (again) clearTimeout(again)
    again = null
    link?.close()
    link = null
  }

  const add = (made: RTCPeerConnection, { candidate, mid }: Candidate) => {
    // NOTE: the server's words begin with `a=`; a page does not know it.
    void made.addIceCandidate({ candidate: candidate.replace(/^a=/, ''), sdpMid: mid }).catch(() => undefined)
  }

  function put(made: RTCPeerConnection): void {
    const of: Record<Own, MediaStreamTrack | null> = {
      mic: sent.microphone,
      cam: sent.camera,
      low,
      scr: sent.screen,
    }
    for (const { mid, sender } of made.getTransceivers())
      if (isOwn(mid) && sender.track !== of[mid]) void sender.replaceTrack(of[mid]).catch(() => undefined)
  }

  async function bound(made: RTCPeerConnection): Promise<void> {
    for (const { mid, sender } of made.getTransceivers()) {
      if (!isOwn(mid) || mid === 'mic') continue
      const parameters = sender.getParameters()
      const [encoding] = parameters.encodings
      if (!encoding) continue
      encoding.maxBitrate = RATES[mid]
      if (mid === 'low') encoding.scaleResolutionDownBy = 3
      await sender.setParameters(parameters).catch(() => undefined)
    }
  }

  return {
    offer: async (offer) => {
      drop()
      if (closed) return
      const made = new RTCPeerConnection({
        iceServers: offer.ice.map(({ urls, username, credential }) => ({
          urls,
          ...(username ? { username } : {}),
          ...(credential ? { credential } : {}),
        })),
      })
      link = made
      peer = offer.peer
      const tracks = new Map<string, MediaStreamTrack>()
      made.ontrack = ({ track, transceiver }) => {
        if (transceiver.mid) tracks.set(transceiver.mid, track)
        ears.tracks(new Map(tracks))
      }
      made.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate && candidate.sdpMid !== null)
          say({ t: 'candidate', peer: offer.peer, candidate: candidate.candidate, mid: candidate.sdpMid })
      }
      made.onconnectionstatechange = () => {
        if (link !== made) return
        ears.on(made.connectionState === 'connected')
        if (made.connectionState === 'failed') again = setTimeout(() => say({ t: 'media' }), AGAIN_MS)
      }
      await made.setRemoteDescription({ type: 'offer', sdp: offer.sdp })
      for (const transceiver of made.getTransceivers())
        if (isOwn(transceiver.mid)) transceiver.direction = 'sendonly'
      await made.setLocalDescription()
      if (link !== made) return
      say({ t: 'answer', peer: offer.peer, sdp: made.localDescription?.sdp ?? '' })
      for (const one of early.splice(0)) if (one.peer === peer) add(made, one)
      put(made)
      await bound(made)
    },
    candidate: (candidate) => {
      if (link?.remoteDescription && candidate.peer === peer) add(link, candidate)
      else early = [...early, candidate].slice(-50)
    },
    send: (next) => {
      if (next.camera !== sent.camera) {
        low?.stop()
        low = next.camera?.clone() ?? null
      }
      sent = next
      if (next.screen) next.screen.contentHint = 'detail'
      if (link) put(link)
    },
    close: () => {
      closed = true
      low?.stop()
      drop()
    },
  }
}
