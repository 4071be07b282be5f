import type { RoomPerson } from '@ochno/contract/rooms'
import { IconHandStop, IconMicrophoneOff } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePicture } from '../../talk/sound-out.ts'
import type { Room, RoomSeen } from './room.ts'
import classes from './room.module.css'

/** More tiles than this no eye follows; the others stand in the list of people. */
const TILES = 12

export function Stage({ room, seen }: { room: Room; seen: RoomSeen }) {
  const { t } = useTranslation()
  const people = seen.now?.people.filter(({ at }) => at === 'room') ?? []
  const shown = new Map<string, MediaStreamTrack>()
  for (const [slot, what] of Object.entries(seen.slots)) {
    const track = seen.tracks.get(slot)
    if (slot.startsWith('v') && what && track) shown.set(what.who, track)
  }
  const you = seen.now?.you ?? ''
  if (seen.own.camera && people.some(({ id, camera }) => id === you && camera))
    shown.set(you, seen.own.camera)
  const screenOf = people.find(({ screen }) => screen)
  const screen = screenOf?.id === you ? seen.own.screen : (seen.tracks.get('s0') ?? null)
  const ordered = people.toSorted((a, b) => rank(a, seen) - rank(b, seen))
  const tiles = ordered.slice(0, TILES)
  const hidden = ordered.length - tiles.length
  return (
    <div className={classes.stage} data-screen={screenOf && !seen.soundOnly ? true : undefined}>
      {screenOf && screen && !seen.soundOnly ? (
        <Screen
          track={screen}
          words={
            screenOf.id === you
              ? t('rooms.room.yourScreen')
              : t('rooms.room.screenOf', { name: screenOf.name })
          }
        />
      ) : null}
      <ul
        className={classes.tiles}
        aria-label={t('rooms.room.stage')}
        data-count={Math.min(tiles.length, 10)}
      >
        {tiles.map((one) => (
          <Tile
            key={one.id}
            person={one}
            you={one.id === you}
            track={shown.get(one.id) ?? null}
            large={seen.large === one.id}
            onLarge={() => room.wish({ large: seen.large === one.id ? null : one.id })}
          />
        ))}
      </ul>
      {people.length === 1 ? <p className={classes.note}>{t('rooms.room.alone')}</p> : null}
      {hidden > 0 ? <p className={classes.note}>{t('rooms.room.hidden', { count: hidden })}</p> : null}
    </div>
  )
}

/** Whom one wants large, who leads, whose picture is there, and oneself last of those. */
const rank = (one: RoomPerson, seen: RoomSeen): number => {
  if (one.id === seen.large) return 0
  if (one.moderator) return 1
  if (one.id === seen.now?.you) return 3
  return Object.values(seen.slots).some((shown) => shown?.who === one.id && shown.source !== 'mic') ? 2 : 4
}

function Screen({ track, words }: { track: MediaStreamTrack; words: string }) {
  const video = usePicture(track)
  return (
    <figure className={classes.screen}>
      <video ref={video} autoPlay muted playsInline className={classes.screenVideo} aria-label={words} />
      <figcaption className={classes.name}>{words}</figcaption>
    </figure>
  )
}

const SPEAKS_MS = 1_600

function useSpeaks(heard: number): boolean {
  const [speaks, setSpeaks] = useState(false)
  const before = useRef(heard)
  useEffect(() => {
    if (heard === before.current) return
    before.current = heard
    setSpeaks(true)
    const timer = setTimeout(() => setSpeaks(false), SPEAKS_MS)
    return () => clearTimeout(timer)
  }, [heard])
  return speaks
}

function Tile({
  person,
  you,
  track,
  large,
  onLarge,
}: {
  person: RoomPerson
  you: boolean
  track: MediaStreamTrack | null
  large: boolean
  onLarge: () => void
}) {
  const { t } = useTranslation()
  const video = usePicture(track)
  const speaks = useSpeaks(person.heard) && person.microphone
  const name = you ? t('rooms.room.you', { name: person.name }) : person.name
  return (
    <li className={classes.tile} data-large={large || undefined} data-speaks={speaks || undefined}>
      <button
        type="button"
        className={classes.face}
        disabled={you}
        aria-pressed={large}
        aria-label={t(large ? 'rooms.room.small' : 'rooms.room.large', { name })}
        onClick={onLarge}
      >
        <video
          ref={video}
          hidden={!track}
          autoPlay
          muted
          playsInline
          className={classes.video}
          data-mirrored={you || undefined}
          data-who={person.id}
        />
        {track ? null : (
          <span aria-hidden className={classes.initials}>
            {initials(person.name)}
          </span>
        )}
      </button>
      <p className={classes.name}>
        {person.hand === null ? null : (
          <IconHandStop
            size={18}
            role="img"
            aria-label={t('rooms.room.handRaised')}
            className={classes.hand}
          />
        )}
        {person.microphone ? null : (
          <IconMicrophoneOff size={16} role="img" aria-label={t('rooms.room.micIsOff')} />
        )}
        <span className={classes.nameText}>{name}</span>
      </p>
    </li>
  )
}

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
