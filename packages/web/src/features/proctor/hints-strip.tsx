import { Button } from '@mantine/core'
import type { HintView } from '@ochno/contract/hints'
import { IconBell, IconBellOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHintLine } from '../../ui/hint-words.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './hints-strip.module.css'

/** As many as can be read at a glance; the rest is counted. */
const AT_ONCE = 3

type StripProps = {
  /** Those that wait for a word, the newest first. */
  readonly open: readonly HintView[]
  readonly nameOf: (session: string) => string
  readonly sound: boolean
  readonly onSound: () => void
  readonly onBack: (hint: HintView) => void
  readonly onMark: (hint: HintView) => void
  readonly onAnswer: (hint: HintView, state: 'answered' | 'dismissed') => void
}

/** What the machine noticed and nobody has answered yet. It accuses nobody: the proctor looks and says what it was. */
export function HintsStrip({ open, nameOf, sound, onSound, onBack, onMark, onAnswer }: StripProps) {
  const { t } = useTranslation()
  const line = useHintLine()
  return (
    <section
      className={classes.strip}
      aria-label={t('hints.wall.title')}
      data-open={open.length > 0 || undefined}
    >
      <div className={classes.list} role="status">
        {open.slice(0, AT_ONCE).map((hint, index) => (
          <div key={`${hint.session} ${hint.no}`} className={classes.hint}>
            <StateMark quiet tone="warn" word={nameOf(hint.session)} />
            <span className={classes.words}>{line(hint)}</span>
            <span className={classes.acts}>
              <Button size="compact-sm" variant="default" onClick={() => onBack(hint)}>
                {t('hints.wall.back')} {index === 0 ? <kbd className={classes.key}>B</kbd> : null}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onMark(hint)}>
                {t('hints.wall.mark')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onAnswer(hint, 'answered')}>
                {t('hints.wall.seen')} {index === 0 ? <kbd className={classes.key}>A</kbd> : null}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onAnswer(hint, 'dismissed')}>
                {t('hints.wall.nothing')} {index === 0 ? <kbd className={classes.key}>D</kbd> : null}
              </Button>
            </span>
          </div>
        ))}
        {open.length > AT_ONCE ? (
          <span className={classes.more}>{t('hints.wall.more', { count: open.length - AT_ONCE })}</span>
        ) : null}
        {open.length === 0 ? <span className={classes.more}>{t('hints.wall.none')}</span> : null}
      </div>
      <Button
        size="compact-sm"
        variant={sound ? 'filled' : 'default'}
        aria-pressed={sound}
        leftSection={sound ? <IconBell size={16} aria-hidden /> : <IconBellOff size={16} aria-hidden />}
        onClick={onSound}
      >
        {t('hints.wall.sound')}
      </Button>
    </section>
  )
}
