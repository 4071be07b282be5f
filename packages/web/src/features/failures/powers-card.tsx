import type { ExamFailures } from '@ochno/contract/failures'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import classes from './failures.module.css'

/** What the act says of failures, with its clauses; its silence is said too. */
export function PowersCard({ all: { powers, mayDecide } }: { all: ExamFailures }) {
  const { t } = useTranslation()
  const clause = (places: readonly string[]) =>
    places.length > 0 ? t('failures.powers.clause', { places: places.join(', ') }) : ''
  const who = t(
    `failures.powers.who.${powers.deciders.length > 1 ? 'either' : (powers.deciders[0] ?? 'teacher')}`,
  )
  return (
    <Card title={t('failures.powers.title')}>
      <Rows>
        <ul className={classes.facts}>
          <li>
            {powers.minMinutes === null
              ? t('failures.powers.ownGround')
              : t('failures.powers.minutes', {
                  count: powers.minMinutes,
                  clause: clause(powers.postponeClauses),
                })}
          </li>
          <li>
            {powers.retake === null
              ? t('failures.powers.noRetake')
              : t('failures.powers.retake', {
                  words: powers.retake.charAt(0).toLowerCase() + powers.retake.slice(1),
                  clause: clause(powers.retakeClauses),
                })}
          </li>
          <li>
            {t('failures.powers.channels', {
              channels: powers.channels.map((one) => t(`failures.channel.${one}`)).join(', '),
              clause: clause(powers.channelClauses),
            })}
          </li>
          {mayDecide ? <li>{who}</li> : null}
        </ul>
        {mayDecide ? null : (
          <Notice tone="info" title={t('failures.powers.notYou')}>
            {who}
          </Notice>
        )}
      </Rows>
    </Card>
  )
}
