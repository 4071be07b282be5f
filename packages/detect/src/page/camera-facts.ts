import { isVirtualCamera } from '@ochno/domain/hint/devices'
import type { CameraFacts } from '../sense/picture-sense.ts'

/** Smaller than this no camera of the last twenty years gives by itself. */
const LEAST_HEIGHT = 360

export type CameraSeen = {
  readonly state: 'off' | 'live' | 'lost'
  readonly muted: boolean
  readonly label: string
  readonly height: number | null
  /** The recorder lowered its own picture for a slow network, or sends late. */
  readonly slowNetwork: boolean
}

export const cameraFacts = ({ state, muted, label, height, slowNetwork }: CameraSeen): CameraFacts => ({
  track: state === 'live' ? (muted ? 'muted' : 'live') : 'ended',
  virtualCamera: isVirtualCamera(label),
  quality: slowNetwork
    ? 'poor_network'
    : height !== null && height < LEAST_HEIGHT
      ? 'poor_without_cause'
      : 'good',
})
