// What forwards sound and pictures of a room. It knows peers, sources and slots, nothing of people and rules.

/** How the world reaches it: one UDP port, or any when 0. */
export type MediaWay = {
  readonly port: number
  /** Null: on every address of the machine. */
  readonly host: string | null
  /** What the world calls this machine, where that is another address. */
  readonly addresses: readonly string[]
}

export type EngineEars = {
  readonly offer: (sdp: string) => void
  readonly candidate: (candidate: string, mid: string) => void
  /** `connected`, `failed`, `closed` and what lies between. */
  readonly state: (state: string) => void
}

/** `low`: the camera again, small. */
export type EngineSource = 'mic' | 'cam' | 'low' | 'scr'

export type RoomEngine = {
  readonly join: (peer: string, ears: EngineEars) => void
  readonly answer: (peer: string, sdp: string) => void
  readonly candidate: (peer: string, candidate: string, mid: string) => void
  readonly show: (
    peer: string,
    slot: string,
    from: { readonly peer: string; readonly source: EngineSource } | null,
  ) => void
  readonly gate: (peer: string, source: EngineSource, open: boolean) => void
  readonly leave: (peer: string) => void
  readonly stats: () => { readonly peers: number; readonly packetsIn: number; readonly packetsOut: number }
  readonly close: () => void
}
