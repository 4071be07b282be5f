import { type AgreementView, myFigures, reviewFigures } from '@ochno/contract/controls'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../../api/load.ts'
import { Card, Rows } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import classes from './queue.module.css'

/** There is no such card before two people have looked at one recording. */
export function FiguresCard() {
  const { t } = useTranslation()
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
  return (
    <Card title={t('review.figures.title')} lead={t('review.figures.lead')}>
      <Agreements rows={rows} />
    </Card>
  )
}

/** A reviewer’s own, once there is a finished control. */
export function MyFiguresCard() {
  const { t } = useTranslation()
  const figures = useLoad(myFigures, {})
  if (figures.is !== 'ready' || figures.value.controls.recordings === 0) return null
  return (
    <Card title={t('review.figures.mine')} lead={t('review.figures.mineLead')}>
      <Agreements rows={[{ name: t('review.figures.controls'), ...figures.value.controls }]} />
    </Card>
  )
}

type Row = AgreementView & { readonly name: string }

function Agreements({ rows }: { readonly rows: readonly Row[] }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2 })
  const kappa = (hundredths: number | null) => (hundredths === null ? '—' : number.format(hundredths / 100))
  const percent = (value: number | null) =>
    value === null ? '—' : t('review.figures.percent', { percent: value })
  return (
    <Rows>
      <Table
        label={t('review.figures.title')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { name: t('review.figures.name'), cell: ({ name }) => name },
          { name: t('review.figures.recordings'), cell: ({ recordings }) => recordings },
          { name: t('review.figures.same'), cell: ({ samePercent }) => percent(samePercent) },
          { name: t('review.figures.hits'), cell: ({ hits }) => hits },
          { name: t('review.figures.misses'), cell: ({ misses }) => misses },
          { name: t('review.figures.extra'), cell: ({ extra }) => extra },
          {
            name: t('review.figures.kappa'),
            cell: ({ kappaHundredths, counts }) => (
              <>
                {kappa(kappaHundredths)}{' '}
                <span className={classes.counts}>{t('review.figures.counts', counts)}</span>
              </>
            ),
          },
        ]}
      />
      {rows.map((row) => (
        <ByCode key={row.name} row={row} kappa={kappa} percent={percent} />
      ))}
      <p className={classes.counts}>{t('review.figures.kappaNote')}</p>
    </Rows>
  )
}

function ByCode({
  row,
  kappa,
  percent,
}: {
  readonly row: Row
  readonly kappa: (hundredths: number | null) => string
  readonly percent: (value: number | null) => string
}) {
  const { t } = useTranslation()
  if (row.codes.length === 0) return null
  type Code = Row['codes'][number]
  const columns: Column<Code>[] = [
    { name: t('review.figures.code'), cell: ({ wording }) => wording },
    { name: t('review.figures.hits'), cell: ({ both }) => both },
    { name: t('review.figures.misses'), cell: ({ onlyKnown }) => onlyKnown },
    { name: t('review.figures.extra'), cell: ({ onlyFound }) => onlyFound },
    { name: t('review.figures.neither'), cell: ({ neither }) => neither },
    { name: t('review.figures.same'), cell: ({ samePercent }) => percent(samePercent) },
    { name: t('review.figures.kappa'), cell: ({ kappaHundredths }) => kappa(kappaHundredths) },
  ]
  return (
    <details>
      <summary>{t('review.figures.byCode', { name: row.name })}</summary>
      <Table
        label={t('review.figures.byCode', { name: row.name })}
        rows={row.codes}
        rowKey={({ code }) => code}
        columns={columns}
      />
    </details>
  )
}
