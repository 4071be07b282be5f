// The talk itself, from machine to machine. The proctor's page always offers and the examinee's answers, so the two never collide;
// after a reload or a broken way the next offer simply takes the place of the last.
import type { CallNews, CallSignal } from '@ochno/contract/calls'
import type { SessionId } from '@ochno/domain/ids'
import { type CallSide, openLine } from './line.ts'

/** No way found in so long: there is none. A way once found is looked for again a little longer. */
const NO_PATH_MS = 25_000
const LOST_MS = 45_000
const AGAIN_MS = 6_000
const LOOK_MS = 1_000

export type TalkLink = 'joining' | 'on' | 'again'
export type TalkSeen = {
  readonly link: TalkLink
  /** The other side's sound and picture; the picture only while it is shown. */
  readonly voice: MediaStreamTrack | null
  readonly picture: MediaStreamTrack | null
}
export type Talk = {
  /** This side's camera; null: no longer shown. The other side is told. */
  readonly show: (camera: MediaStreamTrack | null) => void
  readonly close: () => void
}
type TalkOptions = {
  readonly side: CallSide
  readonly session: SessionId
  readonly seq: number
  readonly microphone: MediaStreamTrack
  readonly seen: (seen: TalkSeen) => void
  /** The other side shows itself, or no longer. */
  readonly shown: (on: boolean) => void
  /** Nothing more can be done for this talk. */
  readonly failed: (why: 'no_path' | 'lost') => void
  readonly over: () => void
}

const newPeer = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('')

export function openTalk(options: TalkOptions, open: typeof openLine = openLine): Talk {
  const { side, session, seq, microphone } = options
  let ways: RTCConfiguration = {}
  let known = false
  let link: { readonly peer: string; readonly pc: RTCPeerConnection; readonly madeAt: number } | null = null
  let camera: MediaStreamTrack | null = null
  let otherShows = false
  let wasOn = false
  let troubleSince = performance.now()
  let closed = false
  let waiting: CallSignal[] = []
  let turn = Promise.resolve()

  const tell = () => {
    const on = link?.pc.connectionState === 'connected'
    const [voice, picture] = link?.pc.getTransceivers().map(({ receiver }) => receiver.track) ?? []
    options.seen({
      link: on ? 'on' : wasOn ? 'again' : 'joining',
      voice: on ? (voice ?? null) : null,
      picture: on && otherShows ? (picture ?? null) : null,
    })
  }

  const connect = (peer: string): RTCPeerConnection => {
    link?.pc.close()
    const pc = new RTCPeerConnection(ways)
    link = { peer, pc, madeAt: performance.now() }
    pc.onicecandidate = ({ candidate }) => {
      if (!candidate?.candidate) return
      line.say({
        t: 'candidate',
        peer,
        candidate: candidate.candidate,
        mid: candidate.sdpMid,
        line: candidate.sdpMLineIndex,
      })
    }
    pc.onconnectionstatechange = () => {
      if (link?.pc !== pc || closed) return
      if (pc.connectionState === 'connected') wasOn = true
      tell()
    }
    return pc
  }

  const offer = async () => {
    const peer = newPeer()
    const pc = connect(peer)
    pc.addTransceiver(microphone, { direction: 'sendrecv' })
    const picture = pc.addTransceiver('video', { direction: 'sendrecv' })
    if (camera) await picture.sender.replaceTrack(camera)
    await pc.setLocalDescription()
    line.say({ t: 'offer', peer, sdp: pc.localDescription?.sdp ?? '' })
    tell()
  }

  const answer = async (peer: string, sdp: string) => {
    const pc = connect(peer)
    await pc.setRemoteDescription({ type: 'offer', sdp })
    const [sound, picture] = pc.getTransceivers()
    if (sound) sound.direction = 'sendrecv'
    if (picture) picture.direction = 'sendrecv'
    await sound?.sender.replaceTrack(microphone)
    if (camera) await picture?.sender.replaceTrack(camera)
    await pc.setLocalDescription()
    line.say({ t: 'answer', peer, sdp: pc.localDescription?.sdp ?? '' })
    tell()
  }

  const take = async (signal: CallSignal) => {
    switch (signal.t) {
      case 'ready':
        return side === 'proctor' ? offer() : undefined
      case 'offer':
        return side === 'examinee' && link?.peer !== signal.peer ? answer(signal.peer, signal.sdp) : undefined
      case 'answer':
        if (link?.peer === signal.peer && link.pc.signalingState === 'have-local-offer')
          await link.pc.setRemoteDescription({ type: 'answer', sdp: signal.sdp })
        return
      case 'candidate':
        if (link?.peer === signal.peer)
          await link.pc.addIceCandidate({
            candidate: signal.candidate,
            sdpMid: signal.mid,
            sdpMLineIndex: signal.line,
          })
        return
      case 'camera':
        otherShows = signal.on
        options.shown(signal.on)
        tell()
    }
  }

  /** Of several beginnings that came together only the last one counts. */
  const heard = (signals: readonly CallSignal[]) => {
    const begins = side === 'proctor' ? 'ready' : 'offer'
    const last = signals.findLastIndex(({ t }) => t === begins)
    const now = signals.filter(({ t }, at) => at >= last || t === 'camera')
    for (const signal of now)
      turn = turn.then(() => (closed ? undefined : take(signal))).catch(() => undefined)
  }

  const line = open(side, session, seq, {
    ways: (ice: CallNews['ice'], relayOnly) => {
      ways = {
        iceServers: ice.map(({ urls, username, credential }) => ({
          urls,
          ...(username ? { username } : {}),
          ...(credential ? { credential } : {}),
        })),
        ...(relayOnly ? { iceTransportPolicy: 'relay' as const } : {}),
      }
      known = true
      heard(waiting)
      waiting = []
      if (side === 'examinee') line.say({ t: 'ready' })
    },
    heard: (signals) => (known ? heard(signals) : waiting.push(...signals)),
    over: options.over,
  })

  const look = setInterval(() => {
    const now = performance.now()
    // It rings still, or the examinee's page has not come yet.
    if (link?.pc.connectionState === 'connected' || (side === 'proctor' && !link)) {
      troubleSince = now
      return
    }
    const trouble = now - troubleSince
    if (trouble > (wasOn ? LOST_MS : NO_PATH_MS)) {
      clearInterval(look)
      options.failed(wasOn ? 'lost' : 'no_path')
      return
    }
    const stuck = link && now - link.madeAt > AGAIN_MS
    // A way that is merely interrupted mends itself; one that failed is looked for anew.
    if (
      side === 'proctor' &&
      stuck &&
      (link?.pc.connectionState === 'failed' || (wasOn && trouble > AGAIN_MS))
    )
      turn = turn.then(offer).catch(() => undefined)
  }, LOOK_MS)

  tell()
  return {
    show: (track) => {
      camera = track
      const picture = link?.pc.getTransceivers()[1]
      void picture?.sender.replaceTrack(track).catch(() => undefined)
      line.say({ t: 'camera', on: track !== null })
    },
    close: () => {
      closed = true
      clearInterval(look)
      line.close()
      link?.pc.close()
      link = null
    },
  }
}
