import type { TrialSeen } from '@ochno/domain/trial/mend'
import type { ChecksView } from '../checks-view.ts'

type Found = Pick<ChecksView, 'browser' | 'camera' | 'microphone' | 'screen' | 'storage'>
type Rest = Pick<TrialSeen, 'left' | 'unclear' | 'lost' | 'away' | 'recorded'>

/** What the check of an exam found, in the words of a trial: attention is a thing to mend, not an obstacle. */
export function seenOf(found: Found, { left, unclear, lost, ...rest }: Rest) {
  return {
    browser: found.browser.is === 'ok',
    camera:
      found.camera.is === 'ok'
        ? ('ok' as const)
        : found.camera.is === 'attention'
          ? ('dark' as const)
          : ('missing' as const),
    microphone:
      found.microphone.is === 'ok'
        ? ('ok' as const)
        : found.microphone.is === 'attention'
          ? ('silent' as const)
          : ('missing' as const),
    screen: found.screen.is === 'ok' ? ('whole' as const) : ('missing' as const),
    storage: found.storage.is === 'ok' ? ('ok' as const) : ('low' as const),
    left: [...left],
    unclear: [...unclear],
    lost: [...lost],
    ...rest,
  } satisfies TrialSeen
}
