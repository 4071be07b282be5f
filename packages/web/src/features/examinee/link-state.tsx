import { IconCloudCheck, IconCloudOff, IconCloudUp, IconDeviceLaptop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../ui/tone.ts'
import classes from './link-state.module.css'
import type { LinkView } from './recording-view.ts'

const look = {
  online: { tone: 'ok', Icon: IconCloudCheck, text: null },
  sending: { tone: 'ok', Icon: IconCloudUp, text: null },
  connecting: { tone: 'info', Icon: IconCloudUp, text: 'exam.link.connectingText' },
  slow: { tone: 'warn', Icon: IconCloudUp, text: 'exam.link.slowText' },
  /** A trial: nothing is sent at all. */
  here: { tone: 'info', Icon: IconDeviceLaptop, text: 'exam.link.hereText' },
  offline: { tone: 'warn', Icon: IconCloudOff, text: 'exam.link.offlineText' },
} as const satisfies Record<LinkView['is'], { tone: Tone; Icon: typeof IconCloudOff; text: string | null }>

export function useSpan(): (seconds: number) => string {
  const { t } = useTranslation()
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds))
    return whole < 60
      ? t('exam.seconds', { count: whole })
      : t('exam.minutesSeconds', { minutes: Math.floor(whole / 60), seconds: whole % 60 })
  }
}

/** The connection in human words. Only a change of state is read aloud; the ticking seconds are not. */
export function LinkState({ link }: { link: LinkView }) {
  const { t } = useTranslation()
  const span = useSpan()
  const { tone, Icon, text } = look[link.is]
  const nothing = link.is === 'online' ? t('exam.link.nothingWaits') : null
  const waiting = link.waitingS >= 1 ? t('exam.link.waiting', { time: span(link.waitingS) }) : nothing
  const told = text ? t(text) : null
  return (
    <div className={classes.link} data-tone={tone}>
      <Icon size={24} stroke={1.8} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <div role="status">
          <p className={classes.title}>{t(`exam.link.${link.is}`)}</p>
          {told ? <p className={classes.text}>{told}</p> : null}
        </div>
        {waiting ? <p className={classes.waiting}>{waiting}</p> : null}
      </div>
    </div>
  )
}
