import { reviewFigures } from '@ochno/contract/controls'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../../api/load.ts'
import { Card } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'

/** There is no such card before two people have looked at one recording. */
export function FiguresCard() {
  const { t, i18n } = useTranslation()
  const figures = useLoad(reviewFigures, {})
  if (figures.is !== 'ready') return null
  const { secondLooks, controls } = figures.value
  const rows = [
    ...(secondLooks.recordings > 0 ? [{ name: t('review.figures.second'), ...secondLooks }] : []),
    ...controls.map(({ reviewer, ...one }) => ({
      name: t('review.figures.controlOf', { name: reviewer.name }),
      ...one,
    })),
  ]
  if (rows.length === 0) return null
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2 })
  return (
    <Card title={t('review.figures.title')} lead={t('review.figures.lead')}>
      <Table
        label={t('review.figures.title')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { name: t('review.figures.name'), cell: ({ name }) => name },
          { name: t('review.figures.recordings'), cell: ({ recordings }) => recordings },
          {
            name: t('review.figures.same'),
            cell: ({ samePercent }) =>
              samePercent === null ? '—' : t('review.figures.percent', { percent: samePercent }),
          },
          { name: t('review.figures.hits'), cell: ({ hits }) => hits },
          { name: t('review.figures.misses'), cell: ({ misses }) => misses },
          { name: t('review.figures.extra'), cell: ({ extra }) => extra },
          {
            name: t('review.figures.kappa'),
            cell: ({ kappaHundredths }) =>
              kappaHundredths === null ? '—' : number.format(kappaHundredths / 100),
          },
        ]}
      />
    </Card>
  )
}
