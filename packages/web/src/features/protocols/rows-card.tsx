import { Group, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import type { Part } from './part.ts'
import { Said } from './said.tsx'
import classes from './protocols.module.css'

/** The form of the act, row by row. No row is answered before a person answers it (TR-73). */
export function RowsCard({ view, draft, locked, change }: Part) {
  const { t } = useTranslation()
  const wants = new Map(view.wants.map(({ field, why }) => [field, why]))
  return (
    <Card title={t('protocols.rows.title')} lead={locked ? null : t('protocols.rows.lead')}>
      <ul className={classes.list}>
        {view.rows.map(({ row, wording, starred }) => {
          const answer = draft.answers[row] ?? null
          const marks = view.marks.filter((mark) => mark.row === row).length
          const why = wants.get(`rows.${row}`)
          const about = (
            <>
              {wording}
              {starred ? ' *' : ''}
              <span className={classes.quiet}>
                {marks ? t('protocols.rows.marks', { count: marks }) : null}
                {why && why !== 'row_open' && answer === view.draft.answers[row]
                  ? ` ${t(`protocols.wants.${why}`, { count: 1 })}`
                  : null}
              </span>
            </>
          )
          return (
            <li key={row} className={classes.item} {...(answer === null ? { 'data-open': true } : {})}>
              {locked ? (
                <Said about={about}>
                  {answer === 'yes'
                    ? t(starred ? 'protocols.rows.yesStar' : 'protocols.yes')
                    : answer === 'no'
                      ? t('protocols.no')
                      : '—'}
                </Said>
              ) : (
                <Radio.Group
                  className={classes.row ?? ''}
                  value={answer}
                  onChange={(value) =>
                    change({ answers: { ...draft.answers, [row]: value as 'yes' | 'no' } })
                  }
                  label={about}
                >
                  <Group gap="lg">
                    <Radio value="yes" label={t(starred ? 'protocols.rows.yesStar' : 'protocols.yes')} />
                    <Radio value="no" label={t('protocols.no')} />
                  </Group>
                </Radio.Group>
              )}
            </li>
          )
        })}
      </ul>
      {view.rows.some(({ starred }) => starred) ? (
        <p className={classes.quiet}>{t('protocols.rows.star')}</p>
      ) : null}
    </Card>
  )
}
