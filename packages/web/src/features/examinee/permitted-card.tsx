import { readConditions } from '@ochno/contract/accommodations'
import { readPermitted } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { parameters } from '@ochno/domain/policy/schema'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './permitted-card.module.css'

/** What may be used at this exam, in the same words for the examinee and the proctor; nothing where no act rules it. */
export function PermittedCard({ session }: { session: SessionId }) {
  const { t, i18n } = useTranslation()
  const load = useLoad(readPermitted, { params: { sid: session } })
  const conditions = useLoad(readConditions, { params: { sid: session } })
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const own = conditions.is === 'ready' ? conditions.value.rows : []
  if (load.is !== 'ready' || load.value.quote === null) return null
  const { switches, software, materials, lifted, requirements, quote, workplace } = load.value
  const allowed = [
    ...materials,
    ...lifted.map((key) => parameters[key][i18n.language.startsWith('ru') ? 'ru' : 'en']),
    ...switches.map(({ name, limitSeconds }) => {
      const label = t(`examCard.allowed.switch.${name}`)
      return limitSeconds === null
        ? label
        : t('examCard.rules.upTo', { name: label, count: Math.round(limitSeconds / 60) })
    }),
    ...software,
  ]
  return (
    <Card title={t('examCard.permitted.title')} lead={quote}>
      <div className={classes.text}>
        <Rows>
          {allowed.length === 0 ? (
            <p>{t('examCard.permitted.nothing')}</p>
          ) : (
            <>
              <ul>
                {allowed.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p>{t('examCard.permitted.otherwise')}</p>
            </>
          )}
          {own.length > 0 ? (
            <section>
              <h3>{t('examCard.permitted.own')}</h3>
              <ul>
                {own.map(({ permitted, limit }) => (
                  <li key={permitted.join()}>{[permitted.join('; '), limit].filter(Boolean).join('. ')}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {requirements.length > 0 ? (
            <section>
              <h3>{t('examCard.rules.requirements')}</h3>
              <ul>
                {requirements.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {workplace ? (
            <p>
              {t('workplaces.seat', { place: workplace.place, address: workplace.address })}{' '}
              <When at={workplace.from} zone={zone} />
            </p>
          ) : null}
          <p>
            <Link to={`/watched/${session}`}>{t('hints.watched.title')}</Link>
          </p>
        </Rows>
      </div>
    </Card>
  )
}
