// One person of a room: what comes from them, and the slots in which they are sent others. Everything is agreed once, at the
// beginning; who is in a slot changes later without a new agreement.
import ndc from 'node-datachannel'
import { missingPackets } from './missing.ts'
import type { MediaWay } from './messages.ts'
import { asksForKeyframe, isRtcp, nack, ssrcOf } from './rtp.ts'
import { type Seam, seam } from './seam.ts'

const OPUS = 111
const VP8 = 96
const LOOK_MS = 20
const KEYFRAME_MS = 300
const ALLOWED_MS = 2_000
/** Packets kept for those who lost one. */
const KEPT = 512
/** Bits per second a sender may use for all its pictures; what each uses is set where it is made. */
const ALLOWED = 2_500_000

export type Source = {
  readonly to: Set<Slot>
  open: boolean
  readonly wake: () => void
}
export type Slot = {
  from: Source | null
  readonly send: (packet: Buffer, nowMs: number) => void
  readonly turn: () => void
}
export type Peer = {
  readonly sources: ReadonlyMap<string, Source>
  readonly slots: ReadonlyMap<string, Slot>
  readonly answer: (sdp: string) => void
  readonly candidate: (candidate: string, mid: string) => void
  readonly close: () => void
}

export type Shape = { readonly voices: number; readonly pictures: number }
export type Count = { packetsIn: number; packetsOut: number }

/** `low` is the camera again, small: for the many tiles of a full room. */
const published = [
  ['mic', false],
  ['cam', true],
  ['low', true],
  ['scr', true],
] as const

let nextSsrc = 1_000

export function makePeer(
  name: string,
  { way, shape, count }: { readonly way: MediaWay; readonly shape: Shape; readonly count: Count },
  tell: {
    readonly offer: (sdp: string) => void
    readonly candidate: (candidate: string, mid: string) => void
    readonly state: (state: string) => void
  },
): Peer {
  const link = new ndc.PeerConnection(name, {
    iceServers: [],
    disableAutoNegotiation: true,
    ...(way.host ? { bindAddress: way.host } : {}),
    ...(way.port ? { enableIceUdpMux: true, portRangeBegin: way.port, portRangeEnd: way.port } : {}),
  })
  const timers = new Set<NodeJS.Timeout>()
  const every = (ms: number, work: () => void) => {
    const timer = setInterval(work, ms)
    timers.add(timer)
  }

  const sources = new Map<string, Source>()
  for (const [mid, picture] of published) sources.set(mid, receive(link, mid, picture, count, every))
  const slots = new Map<string, Slot>()
  for (let no = 0; no < shape.voices; no++) slots.set(`a${no}`, send(link, `a${no}`, false, count))
  for (let no = 0; no < shape.pictures; no++) slots.set(`v${no}`, send(link, `v${no}`, true, count))
  slots.set('s0', send(link, 's0', true, count))

  link.onLocalDescription((sdp) => tell.offer(sdp))
  link.onLocalCandidate((candidate, mid) => {
    for (const one of announced(candidate, way.addresses)) tell.candidate(one, mid)
  })
  link.onStateChange((state) => tell.state(state))
  link.setLocalDescription('offer')

  return {
    sources,
    slots,
    answer: (sdp) => link.setRemoteDescription(sdp, 'answer'),
    candidate: (candidate, mid) => link.addRemoteCandidate(candidate, mid),
    close: () => {
      for (const timer of timers) clearInterval(timer)
      for (const slot of slots.values()) slot.from?.to.delete(slot)
      for (const source of sources.values()) for (const slot of source.to) slot.from = null
      link.close()
    },
  }
}

/** Behind a translated address the server knows itself by another name than the world does. */
export function announced(candidate: string, addresses: readonly string[]): readonly string[] {
  const parts = candidate.split(' ')
  if (addresses.length === 0 || !candidate.includes(' typ host')) return [candidate]
  return addresses.map((address) => parts.with(4, address).join(' '))
}

function receive(
  link: InstanceType<typeof ndc.PeerConnection>,
  mid: string,
  picture: boolean,
  count: Count,
  every: (ms: number, work: () => void) => void,
): Source {
  // NOTE: of a track that is only received libdatachannel drops what we report to its sender.
  const media = picture ? new ndc.Video(mid, 'SendRecv') : new ndc.Audio(mid, 'SendRecv')
  if ('addVP8Codec' in media) media.addVP8Codec(VP8)
  else media.addOpusCodec(OPUS)
  const track = link.addTrack(media)
  track.setMediaHandler(new ndc.RtcpReceivingSession())
  const missing = missingPackets()
  const to = new Set<Slot>()
  let ssrc = 0
  let wokenMs = -Infinity
  const source: Source = {
    to,
    open: true,
    wake: () => {
      const now = performance.now()
      if (!picture || ssrc === 0 || now - wokenMs < KEYFRAME_MS || !track.isOpen()) return
      wokenMs = now
      track.requestKeyframe()
    },
  }
  track.onMessage((packet) => {
    if (isRtcp(packet) || packet.length < 12) return
    count.packetsIn++
    ssrc = ssrcOf(packet)
    missing.saw(packet.readUInt16BE(2))
    if (!source.open) return
    const now = performance.now()
    for (const slot of to) slot.send(packet, now)
  })
  every(LOOK_MS, () => {
    if (!missing.any() || !track.isOpen()) return
    const { seqs, gaveUp } = missing.due(performance.now())
    if (seqs.length) track.sendMessageBinary(nack(ssrc, seqs))
    if (gaveUp) source.wake()
  })
  if (picture) every(ALLOWED_MS, () => track.isOpen() && track.requestBitrate(ALLOWED))
  return source
}

function send(
  link: InstanceType<typeof ndc.PeerConnection>,
  mid: string,
  picture: boolean,
  count: Count,
): Slot {
  const ssrc = nextSsrc++
  const media = picture ? new ndc.Video(mid, 'SendOnly') : new ndc.Audio(mid, 'SendOnly')
  if ('addVP8Codec' in media) media.addVP8Codec(VP8)
  else media.addOpusCodec(OPUS)
  media.addSSRC(ssrc, mid, mid, mid)
  const track = link.addTrack(media)
  track.setMediaHandler(new ndc.RtcpNackResponder(KEPT))
  const joint: Seam = seam(ssrc, { picture, perMs: picture ? 90 : 48 })
  let open = false
  const slot: Slot = {
    from: null,
    turn: joint.turn,
    send: (packet, nowMs) => {
      if (!open) return
      const out = joint.pass(packet, nowMs)
      if (!out) return slot.from?.wake()
      if (track.sendMessageBinary(out)) count.packetsOut++
    },
  }
  track.onOpen(() => {
    open = true
    slot.from?.wake()
  })
  track.onClosed(() => {
    open = false
  })
  track.onMessage((packet) => {
    if (isRtcp(packet) && asksForKeyframe(packet)) slot.from?.wake()
  })
  return slot
}
