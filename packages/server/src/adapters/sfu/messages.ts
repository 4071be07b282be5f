// What the server and the process that forwards sound and pictures say to each other.
import type { MediaWay } from '../../ports/room-engine.ts'

export type { MediaWay } from '../../ports/room-engine.ts'

export type Ask =
  | { readonly do: 'ways'; readonly way: MediaWay; readonly voices: number; readonly pictures: number }
  | { readonly do: 'join'; readonly peer: string }
  | { readonly do: 'answer'; readonly peer: string; readonly sdp: string }
  | { readonly do: 'candidate'; readonly peer: string; readonly candidate: string; readonly mid: string }
  /** What of whom is sent to this peer in this slot. */
  | {
      readonly do: 'show'
      readonly peer: string
      readonly slot: string
      readonly from: string | null
      readonly source: string
    }
  /** Nothing of this source goes to anybody while it is shut. */
  | { readonly do: 'gate'; readonly peer: string; readonly source: string; readonly open: boolean }
  | { readonly do: 'leave'; readonly peer: string }

export type Tell =
  | { readonly t: 'offer'; readonly peer: string; readonly sdp: string }
  | { readonly t: 'candidate'; readonly peer: string; readonly candidate: string; readonly mid: string }
  | { readonly t: 'state'; readonly peer: string; readonly state: string }
  | { readonly t: 'stats'; readonly peers: number; readonly packetsIn: number; readonly packetsOut: number }
