import type { CameraFacts } from '../sense/picture-sense.ts'

/** Programs that offer a picture as if it were a camera's, by the names they give it. */
const programs =
  /\b(obs|virtual|manycam|splitcam|xsplit|snap camera|droidcam|iriun|epoccam|e2esoft|vcam|webcamoid|camtwist|youcam|altercam|sparkocam|chromacam|mmhmm|nvidia broadcast|akvcam|v4l2loopback|dummy video)\b/i

export const isVirtualCamera = (label: string): boolean => programs.test(label)

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
