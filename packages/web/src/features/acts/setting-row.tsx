import { Button } from '@mantine/core'
import type { SettingView } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'
import { Bar } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './acts.module.css'
import { useParameterName, useValueWords } from './value-words.ts'

/** One parameter: what holds and who says so. */
export function SettingRow({
  setting,
  onDecide,
}: {
  setting: SettingView
  onDecide: ((setting: SettingView) => void) | null
}) {
  const { t } = useTranslation()
  const name = useParameterName()
  const words = useValueWords()
  const decidable = setting.state === 'open' || setting.state === 'decision'
  return (
    <li className={classes.setting}>
      <p className={classes.name}>{name(setting.key)}</p>
      {setting.state === 'open' ? (
        <StateMark tone={setting.needed ? 'bad' : 'warn'} word={t('acts.open')} />
      ) : (
        <p className={classes.value}>{words(setting.key, setting.value)}</p>
      )}
      <Grounds setting={setting} />
      {decidable && onDecide ? (
        <Bar>
          <Button
            variant="default"
            size="xs"
            aria-label={`${t(setting.state === 'open' ? 'acts.decide.do' : 'acts.decide.change')}: ${name(setting.key)}`}
            onClick={() => onDecide(setting)}
          >
            {t(setting.state === 'open' ? 'acts.decide.do' : 'acts.decide.change')}
          </Button>
        </Bar>
      ) : null}
    </li>
  )
}

function Grounds({ setting }: { setting: SettingView }) {
  const { t } = useTranslation()
  const words = useValueWords()
  switch (setting.state) {
    case 'open':
      return setting.needed ? <span className={classes.quiet}>{t('acts.needed')}</span> : null
    case 'decision':
      return (
        <>
          <StateMark tone="info" word={t('acts.decided')} />
          <span className={classes.quiet}>{t('acts.ground', { ground: setting.ground })}</span>
        </>
      )
    case 'capped':
      return (
        <>
          <StateMark tone="warn" word={t('acts.capped')} />
          <span className={classes.quiet}>{t('acts.law', { law: setting.law })}</span>
          {setting.said === null ? null : (
            <span className={classes.quiet}>
              {t('acts.said', { value: words(setting.key, setting.said) })}
            </span>
          )}
        </>
      )
    case 'act':
      return (
        <>
          <span className={classes.quiet}>
            {setting.clauses.map((clause) => t('acts.clause', { clause })).join(', ')}
          </span>
          {setting.note ? <span>{setting.note}</span> : null}
          {setting.quotes.length ? (
            <details>
              <summary>{t('acts.quote')}</summary>
              {setting.quotes.map((quote) => (
                <blockquote key={quote.clause} className={classes.quote}>
                  {quote.clause}. {quote.text}
                </blockquote>
              ))}
            </details>
          ) : null}
        </>
      )
  }
}
