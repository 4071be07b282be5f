import { Button } from '@mantine/core'
import type { SettingView } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './acts.module.css'
import { usePlaces } from './place-words.ts'
import type { Warning } from './reading.ts'
import { StatementButton } from './statement-button.tsx'
import { useParameterName, useValueWords } from './value-words.ts'
import { WarningLine } from './warning-line.tsx'

/** One parameter: what holds, who says so, and what is doubtful about it. */
export function SettingRow({
  setting,
  warnings,
  onDecide,
}: {
  setting: SettingView
  warnings: readonly Warning[]
  onDecide: ((setting: SettingView) => void) | null
}) {
  const { t } = useTranslation()
  const name = useParameterName()
  const decidable = setting.state === 'open' || setting.state === 'decision'
  const word = t(setting.state === 'open' ? 'acts.decide.do' : 'acts.decide.change')
  return (
    <li className={classes.setting}>
      <p className={classes.name}>{name(setting.key)}</p>
      <div className={classes.holds}>
        <Standing setting={setting} />
        {warnings.map((warning) => (
          <WarningLine key={warning.trap} warning={warning} />
        ))}
        <div className={classes.deeds}>
          {decidable && onDecide ? (
            <Button
              variant={setting.state === 'open' && setting.needed ? 'light' : 'default'}
              size="xs"
              aria-label={`${word}: ${name(setting.key)}`}
              onClick={() => onDecide(setting)}
            >
              {word}
            </Button>
          ) : null}
          <StatementButton setting={setting} />
        </div>
      </div>
    </li>
  )
}

function Standing({ setting }: { setting: SettingView }) {
  const { t } = useTranslation()
  const words = useValueWords()
  const places = usePlaces()
  switch (setting.state) {
    case 'open':
      return (
        <p className={classes.source}>
          <StateMark tone={setting.needed ? 'bad' : 'idle'} word={t('acts.open')} />
          {setting.needed ? <span>{t('acts.needed')}</span> : null}
        </p>
      )
    case 'decision':
      return (
        <>
          <p className={classes.value}>{words(setting.key, setting.value)}</p>
          <p className={classes.source}>
            <StateMark tone="info" word={t('acts.decided')} />
            <span>{t('acts.ground', { ground: setting.ground })}</span>
          </p>
        </>
      )
    case 'capped':
      return (
        <>
          <p className={classes.value}>{words(setting.key, setting.value)}</p>
          <p className={classes.source}>
            <StateMark tone="warn" word={t('acts.capped')} />
            <span>{t('acts.law', { law: setting.law })}</span>
          </p>
          {setting.said === null ? null : (
            <p className={classes.quiet}>{t('acts.said', { value: words(setting.key, setting.said) })}</p>
          )}
        </>
      )
    case 'act':
      return (
        <>
          <p className={classes.value}>{words(setting.key, setting.value)}</p>
          <div className={classes.source}>
            <StateMark tone="ok" word={t('acts.act')} quiet />
            <span>{places(setting.clauses)}</span>
            {setting.quotes.length ? (
              <details className={classes.words}>
                <summary>{t('acts.quote')}</summary>
                {setting.quotes.map((quote) => (
                  <blockquote key={quote.clause} className={classes.quote} lang="ru">
                    {quote.text.split(' … ').map((sentence) => (
                      <p key={sentence}>{sentence}</p>
                    ))}
                    <footer>{places(quote.clause.split(', '))}</footer>
                  </blockquote>
                ))}
              </details>
            ) : null}
          </div>
          {setting.note ? <p className={classes.quiet}>{t('acts.note', { note: setting.note })}</p> : null}
        </>
      )
  }
}
