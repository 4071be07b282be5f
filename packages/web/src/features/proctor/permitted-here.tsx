import type { readMarks } from '@ochno/contract/conduct'
import { readPermitted } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import classes from './talk.module.css'

export type DeskRules = ReplyOf<typeof readMarks>

/** An act words some of them as sentences. */
const inOneLine = (lines: readonly string[]) => lines.map((line) => line.replace(/\.$/, '')).join('; ')

/** R0-1.3d, SM-20: what this person may use, in neutral words, next to the picture: never a diagnosis. */
export function PermittedHere({ session, rules }: { session: string; rules: DeskRules | null }) {
  const { t } = useTranslation()
  const load = useLoad(readPermitted, { params: { sid: session as SessionId } })
  if (load.is !== 'ready') return null
  const { switches, software, materials } = load.value
  const lines = [
    ...materials,
    ...switches.map(({ name, limitSeconds }) => {
      const label = t(`examCard.allowed.switch.${name}`)
      return limitSeconds === null
        ? label
        : t('examCard.rules.upTo', { name: label, count: Math.round(limitSeconds / 60) })
    }),
    ...software,
  ]
  const own = rules?.accommodations ?? []
  return (
    <section className={classes.permitted} aria-label={t('wall.permitted.title')}>
      <p className={classes.meta}>{t('wall.permitted.title')}</p>
      <p className={classes.words}>{lines.length ? inOneLine(lines) : t('wall.permitted.nothing')}</p>
      {load.value.workplace ? (
        <p className={classes.words}>
          {t('workplaces.seat', {
            place: load.value.workplace.place,
            address: load.value.workplace.address,
          })}
        </p>
      ) : null}
      {own.map(({ permitted, limit }) => (
        <p key={permitted.join()} className={classes.words}>
          {t('wall.permitted.own', { what: permitted.join('; ') })}
          {limit ? ` ${limit}` : ''}
        </p>
      ))}
    </section>
  )
}
