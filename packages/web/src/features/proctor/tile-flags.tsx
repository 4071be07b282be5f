import type { StandingView } from '@ochno/contract/conduct'
import { useTranslation } from 'react-i18next'
import { clock } from '../../ui/clock.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import { notSeeing } from './not-seeing.ts'
import type { WallBlind } from './use-hints.ts'
import { useNow } from './wall-clock.ts'

type Flag = { readonly key: string; readonly tone: Tone; readonly word: string }

/** Unwatched for longer than this is said on the tile. */
const LONG_UNWATCHED_MS = 5 * 60_000

/** What is open with this person, on the tile itself: asked to show the room, away, on pause, warned, long unwatched. */
export function TileFlags({
  session,
  standing,
  blind,
  lastSeenAt,
}: {
  session: string
  standing: StandingView | null
  blind: readonly WallBlind[]
  /** When somebody last enlarged this person, or when the exam began; null while it has not. */
  lastSeenAt: string | null
}) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const unseeing = notSeeing(blind, session, nowMs)
  const unwatched = lastSeenAt === null ? 0 : nowMs - Date.parse(lastSeenAt)
  const flags: Flag[] = []
  if (unseeing) flags.push({ key: 'unseeing', tone: 'idle', word: t(`wall.flag.${unseeing}`) })
  const call = standing?.calls.find(({ endedAt }) => endedAt === null)
  if (call)
    flags.push({ key: 'call', tone: 'info', word: t(`calls.flag.${call.answeredAt ? 'talking' : 'rings'}`) })
  if (standing?.wantsCall) flags.push({ key: 'wanted', tone: 'warn', word: t('calls.flag.wanted') })
  if (standing?.pause)
    flags.push({ key: 'pause', tone: 'info', word: t(`wall.flag.${standing.pause.cause}`) })
  if (standing?.absence)
    flags.push({
      key: 'away',
      tone: standing.absence.over ? 'bad' : 'info',
      word: t('wall.flag.away', { time: clock(nowMs - Date.parse(standing.absence.from)) }),
    })
  if (standing?.scan && (standing.scan.stands === 'waiting' || standing.scan.stands === 'not_done')) {
    const left = Date.parse(standing.scan.answerUntil) - nowMs
    flags.push({
      key: 'scan',
      tone: left > 0 ? 'info' : 'warn',
      word: left > 0 ? t('wall.flag.scan', { time: clock(left) }) : t('wall.flag.scanNotDone'),
    })
  }
  if (standing?.proposals.length)
    flags.push({
      key: 'proposals',
      tone: 'warn',
      word: t('wall.flag.proposals', { count: standing.proposals.length }),
    })
  if (standing?.warnings.sent)
    flags.push({
      key: 'warnings',
      tone: 'warn',
      word: t('wall.flag.warnings', { count: standing.warnings.sent }),
    })
  if (unwatched > LONG_UNWATCHED_MS)
    flags.push({
      key: 'unwatched',
      tone: 'idle',
      word: t('wall.flag.unwatched', { count: Math.floor(unwatched / 60_000) }),
    })
  return flags.map(({ key, tone, word }) => <StateMark key={key} quiet tone={tone} word={word} />)
}
