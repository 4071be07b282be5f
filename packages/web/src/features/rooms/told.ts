import type { RoomPerson } from '@ochno/contract/rooms'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { meIn, type RoomSeen } from './room.ts'

/** What happened that one did not do oneself, said once: to a screen reader as to the eye. */
export function useTold(seen: RoomSeen, t: TFunction): string {
  const [told, setTold] = useState('')
  const before = useRef<RoomSeen['now']>(null)
  const stopped = useRef(0)
  useEffect(() => {
    const was = before.current
    before.current = seen.now
    if (!was || !seen.now) return
    const me = meIn(seen)
    const mine = was.people.find(({ id }) => id === seen.now?.you)
    const news =
      seen.stopped && seen.stopped.no !== stopped.current
        ? t(words[seen.stopped.what])
        : me && mine && !mine.word && me.word
          ? t('rooms.told.word')
          : null
    stopped.current = seen.stopped?.no ?? 0
    const others = me?.moderator ? ofOthers(was.people, seen.now.people, t) : null
    if (news ?? others) setTold((news ?? others) as string)
  }, [seen, t])
  return told
}

const words = {
  microphone: 'rooms.told.muted',
  camera: 'rooms.told.cameraStopped',
  screen: 'rooms.told.screenStopped',
} as const

function ofOthers(was: readonly RoomPerson[], now: readonly RoomPerson[], t: TFunction): string | null {
  const known = new Map(was.map((one) => [one.id, one]))
  for (const one of now) {
    const old = known.get(one.id)
    if (one.at === 'lobby' && !old) return t('rooms.lead.asks', { name: one.name })
    if (one.hand !== null && old && old.hand === null) return t('rooms.told.handUp', { name: one.name })
  }
  return null
}
