import type { RoomPerson } from '@ochno/contract/rooms'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { meIn, type RoomSeen } from './room.ts'

/** What happened that one did not do oneself, said once: to a screen reader as to the eye. */
export function useTold(seen: RoomSeen, t: TFunction): string {
  const [told, setTold] = useState('')
  const before = useRef<RoomSeen['now']>(null)
  useEffect(() => {
    const was = before.current
    before.current = seen.now
    if (!was || !seen.now) return
    const me = meIn(seen)
    const mine = was.people.find(({ id }) => id === seen.now?.you)
    const news = me && mine ? ofMine(mine, me, seen, t) : null
    const others = me?.moderator ? ofOthers(was.people, seen.now.people, t) : null
    if (news ?? others) setTold((news ?? others) as string)
  }, [seen, t])
  return told
}

function ofMine(was: RoomPerson, now: RoomPerson, { own }: RoomSeen, t: TFunction): string | null {
  if (!was.word && now.word) return t('rooms.told.word')
  if (was.microphone && !now.microphone && own.microphone) return t('rooms.told.muted')
  if (was.camera && !now.camera && own.camera) return t('rooms.told.cameraStopped')
  if (was.screen && !now.screen && own.screen) return t('rooms.told.screenStopped')
  return null
}

function ofOthers(was: readonly RoomPerson[], now: readonly RoomPerson[], t: TFunction): string | null {
  const known = new Map(was.map((one) => [one.id, one]))
  for (const one of now) {
    const old = known.get(one.id)
    if (one.at === 'lobby' && !old) return t('rooms.lead.asks', { name: one.name })
    if (one.hand !== null && old && old.hand === null) return t('rooms.told.handUp', { name: one.name })
  }
  return null
}
