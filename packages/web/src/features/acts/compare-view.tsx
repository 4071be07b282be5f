import type { SettingView } from '@ochno/contract/acts'
import { groups, type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './acts.module.css'
import { usePlaces } from './place-words.ts'
import { useParameterName, useValueWords } from './value-words.ts'

export type Difference = {
  readonly key: PolicyKey
  readonly before: SettingView
  readonly after: SettingView
}

/** What changes for people, section by section; both sides of each parameter with who says so. */
export function CompareView({ rows }: { rows: readonly Difference[] }) {
  const { t } = useTranslation()
  const name = useParameterName()
  if (!rows.length) return <p>{t('acts.compare.same')}</p>
  return (
    <section aria-label={t('acts.compare.title')}>
      <p className={classes.total}>{t('acts.compare.count', { count: rows.length })}</p>
      {groups.map((group) => {
        const mine = rows.filter(({ key }) => parameters[key].group === group)
        return mine.length ? (
          <div key={group}>
            <h3 className={classes.heading}>{t(`acts.groups.${group}`)}</h3>
            <ul className={classes.differences}>
              {mine.map(({ key, before, after }) => (
                <li key={key} className={classes.difference}>
                  <p className={classes.name}>{name(key)}</p>
                  <dl className={classes.sides}>
                    <div className={classes.side}>
                      <dt>{t('acts.compare.before')}</dt>
                      <Side setting={before} />
                    </div>
                    <div className={classes.side} data-new>
                      <dt>{t('acts.compare.after')}</dt>
                      <Side setting={after} />
                    </div>
                  </dl>
                </li>
              ))}
            </ul>
          </div>
        ) : null
      })}
    </section>
  )
}

function Side({ setting }: { setting: SettingView }) {
  const { t } = useTranslation()
  const words = useValueWords()
  const places = usePlaces()
  if (setting.state === 'open')
    return (
      <dd>
        <StateMark tone={setting.needed ? 'bad' : 'idle'} word={t('acts.open')} />
      </dd>
    )
  return (
    <>
      <dd className={classes.value}>{words(setting.key, setting.value)}</dd>
      <dd className={classes.source}>
        {setting.state === 'act' ? places(setting.clauses) : null}
        {setting.state === 'decision' ? (
          <>
            <StateMark tone="info" word={t('acts.decided')} quiet />
            <span>{t('acts.ground', { ground: setting.ground })}</span>
          </>
        ) : null}
        {setting.state === 'capped' ? <StateMark tone="warn" word={t('acts.capped')} quiet /> : null}
      </dd>
    </>
  )
}
