import type { CallSignal } from '@ochno/contract/calls'
import type { SessionId } from '@ochno/domain/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallSide, LineEars } from './line.ts'
import { openTalk, type TalkSeen } from './talk.ts'

/** As much of a connection as the talk asks of it; what becomes of it the test says. */
class Link {
  static readonly made: Link[] = []
  connectionState: RTCPeerConnectionState = 'new'
  signalingState: RTCSignalingState = 'stable'
  localDescription: { sdp: string } | null = null
  readonly heard: string[] = []
  readonly configuration: RTCConfiguration
  onconnectionstatechange: (() => void) | null = null
  readonly #transceivers = ['audio', 'video'].map((kind) => ({
    direction: 'recvonly',
    receiver: { track: { kind } },
    sender: { replaceTrack: async () => undefined },
  }))

  constructor(configuration: RTCConfiguration) {
    this.configuration = configuration
    Link.made.push(this)
  }
  addTransceiver() {
    return this.#transceivers[1]
  }
  getTransceivers() {
    return this.#transceivers
  }
  async setLocalDescription() {
    this.localDescription = { sdp: `own ${Link.made.length}` }
    this.signalingState = this.heard.length ? 'stable' : 'have-local-offer'
  }
  async setRemoteDescription({ sdp }: { sdp: string }) {
    this.heard.push(sdp)
    this.signalingState = 'stable'
  }
  async addIceCandidate({ candidate }: { candidate: string }) {
    this.heard.push(candidate)
  }
  close() {
    this.connectionState = 'closed'
  }
  become(state: RTCPeerConnectionState) {
    this.connectionState = state
    this.onconnectionstatechange?.()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('RTCPeerConnection', Link)
  Link.made.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function talk(side: CallSide) {
  const said: CallSignal[] = []
  const seen: TalkSeen[] = []
  const ends: string[] = []
  const ears: LineEars[] = []
  const open = openTalk(
    {
      side,
      session: 'ses_aaaaaaaaaaaaaaaaaaaaaaaaaa' as SessionId,
      seq: 1,
      microphone: { kind: 'audio' } as MediaStreamTrack,
      seen: (now) => seen.push(now),
      shown: () => undefined,
      failed: (why) => ends.push(why),
      over: () => ends.push('over'),
    },
    (_side, _session, _seq, given) => {
      ears.push(given)
      return { say: (signal) => said.push(signal), close: () => undefined }
    },
  )
  const heard = async (...signals: CallSignal[]) => {
    ears[0]?.heard(signals)
    await vi.advanceTimersByTimeAsync(0)
  }
  ears[0]?.ways([{ urls: ['turn:relay.school.test'], username: 'u', credential: 'c' }], true)
  return { open, said, seen, ends, heard, last: () => Link.made.at(-1) as Link }
}
const offer = (peer: string): CallSignal => ({ t: 'offer', peer, sdp: peer })
const linkOf = (seen: readonly TalkSeen[]) => seen.at(-1)?.link

test('TR-49 the proctor’s page offers when the examinee’s is ready, by the institution’s own relay and no other', async () => {
  const { said, heard, last } = talk('proctor')
  expect(said).toEqual([])
  await heard({ t: 'ready' })
  expect(said).toMatchObject([{ t: 'offer', sdp: 'own 1' }])
  expect(last().configuration).toEqual({
    iceServers: [{ urls: ['turn:relay.school.test'], username: 'u', credential: 'c' }],
    iceTransportPolicy: 'relay',
  })
})

test('where no way is found both pages learn it, and the time of ringing does not count', async () => {
  const staff = talk('proctor')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(staff.ends).toEqual([])
  await staff.heard({ t: 'ready' })
  await vi.advanceTimersByTimeAsync(24_000)
  expect(staff.ends).toEqual([])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(staff.ends).toEqual(['no_path'])
  const exam = talk('examinee')
  await vi.advanceTimersByTimeAsync(27_000)
  expect(exam.ends).toEqual(['no_path'])
})

test('a way that breaks is looked for anew, and found again is the same talk; one that stays broken is lost', async () => {
  const { said, seen, ends, heard, last } = talk('proctor')
  await heard({ t: 'ready' })
  last().become('connected')
  expect(linkOf(seen)).toBe('on')
  await vi.advanceTimersByTimeAsync(60_000)
  last().become('failed')
  expect(linkOf(seen)).toBe('again')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(said.filter(({ t }) => t === 'offer').length).toBeGreaterThan(1)
  last().become('connected')
  expect([linkOf(seen), ends]).toEqual(['on', []])
  last().become('failed')
  await vi.advanceTimersByTimeAsync(47_000)
  expect(ends).toEqual(['lost'])
})

test('after a reload only the last offer is answered, and words of an older connection are passed over', async () => {
  const { said, heard, last } = talk('examinee')
  expect(said).toEqual([{ t: 'ready' }])
  const candidate = (peer: string): CallSignal => ({
    t: 'candidate',
    peer,
    candidate: peer,
    mid: '0',
    line: 0,
  })
  await heard(offer('aaaaaaaa'), candidate('aaaaaaaa'), offer('bbbbbbbb'), candidate('bbbbbbbb'))
  expect(said.filter(({ t }) => t === 'answer')).toMatchObject([{ peer: 'bbbbbbbb' }])
  await heard(candidate('aaaaaaaa'))
  // A letter that came twice changes nothing.
  await heard(offer('bbbbbbbb'))
  expect([Link.made.length, last().heard]).toEqual([1, ['bbbbbbbb', 'bbbbbbbb']])
})

test('a talk that is over closes its connection and answers nothing more', async () => {
  const { open, said, heard, last } = talk('proctor')
  await heard({ t: 'ready' })
  open.close()
  expect(last().connectionState).toBe('closed')
  await heard({ t: 'ready' })
  expect(said.filter(({ t }) => t === 'offer')).toHaveLength(1)
})
