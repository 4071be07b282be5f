import { canEncodeAudio, canEncodeVideo } from 'mediabunny'
import { type Features, recorderTypes } from './choose-path.ts'

export async function probeFeatures(): Promise<Features> {
  const video = (codec: 'vp9' | 'vp8' | 'avc') =>
    typeof VideoEncoder === 'undefined'
      ? false
      : canEncodeVideo(codec, { width: 640, height: 480, bitrate: 400_000 }).catch(() => false)
  const [vp9, vp8, avc, opus, signatures] = await Promise.all([
    video('vp9'),
    video('vp8'),
    video('avc'),
    typeof AudioEncoder === 'undefined'
      ? false
      : canEncodeAudio('opus', { numberOfChannels: 1, sampleRate: 48_000, bitrate: 32_000 }).catch(
          () => false,
        ),
    canVerify(),
  ])
  return {
    phone: isPhone(),
    secureContext: globalThis.isSecureContext,
    camera: typeof navigator.mediaDevices?.getUserMedia === 'function',
    screen: typeof navigator.mediaDevices?.getDisplayMedia === 'function',
    locks: 'locks' in navigator,
    ed25519: signatures,
    trackProcessor: 'MediaStreamTrackProcessor' in globalThis,
    encoders: { vp9, vp8, avc, opus },
    recorderTypes:
      typeof MediaRecorder === 'undefined'
        ? []
        : recorderTypes.map((type) => type.mimeType).filter((type) => MediaRecorder.isTypeSupported(type)),
  }
}

/** A device held in the hand: no whole screen to share, and its browser stops pages it does not show. */
export function isPhone(): boolean {
  const data = (navigator as { userAgentData?: { mobile?: boolean } }).userAgentData
  if (data?.mobile !== undefined) return data.mobile
  const touchOnly =
    globalThis.matchMedia?.('(pointer: coarse)').matches &&
    !globalThis.matchMedia('(any-pointer: fine)').matches
  return Boolean(touchOnly) && /Android|iPhone|iPad|Mobile/i.test(navigator.userAgent)
}

async function canVerify(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['verify', 'sign'])
    return true
  } catch {
    return false
  }
}
