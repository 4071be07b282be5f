import { listMyWithdrawals, type WithdrawalView } from '@ochno/contract/withdrawals'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { useDay } from './day.ts'
import { leftWords } from './left-words.ts'

/** P-14: what became of the exams and recordings of whoever took a consent back; nothing here accuses. */
export function LeftCard({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const mine = useLoad(listMyWithdrawals, {})
  if (mine.is !== 'ready' || mine.value.rows.length === 0) return null
  const { rows } = mine.value
  const several = new Set(rows.map(({ account }) => account)).size > 1
  return (
    <Card title={t('consents.left.title')} lead={t('consents.left.lead')}>
      <Rows gap="lg">
        {rows.map((row) => (
          <One key={row.id} row={row} zone={zone} named={several} />
        ))}
      </Rows>
    </Card>
  )
}

function One({ row, zone, named }: { row: WithdrawalView; zone: string; named: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const { phase, route, recording, collected } = row
  const words = leftWords(t, recording, day)
  const ground = recording.is === 'kept' ? recording.ground : null
  return (
    <section>
      <h3>
        {named ? `${row.name}: ` : null}
        {row.exam.title}
      </h3>
      <p>
        <When at={row.exam.opensAt} zone={zone} />
      </p>
      <StateMark
        tone={row.givenAgain ? 'ok' : 'info'}
        word={row.givenAgain ? t('consents.left.again') : t(`consents.left.phase.${phase}`)}
      />
      {phase === 'before' && !row.givenAgain ? (
        <p>
          {route
            ? t('consents.left.way', { way: t(`consents.left.ways.${route.way}`), note: route.note })
            : row.choices.length > 0
              ? t('consents.left.choices', {
                  ways: row.choices.map((one) => t(`consents.left.ways.${one}`)).join(', '),
                })
              : t('consents.left.noChoices')}
        </p>
      ) : null}
      {phase === 'before' && collected.had > 0 ? (
        <p>{collected.left > 0 ? t('consents.left.going') : t('consents.left.gone')}</p>
      ) : null}
      {phase === 'before' ? null : <p>{words ?? t('consents.left.nothingYet')}</p>}
      {ground ? <p>{t('consents.left.ground', { ground })}</p> : null}
    </section>
  )
}
