import { useTranslation } from 'react-i18next'
import { Table } from '../../ui/table.tsx'

/** What the server tells of a wrong file: `line|parameter|clauses|why`. */
export function FileProblems({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation()
  const problems = fields.map((field, at) => {
    const [line = '', parameter = '', clause = '', ...why] = field.split('|')
    return { at: String(at), line, parameter, clause, why: why.join('|') }
  })
  return (
    <Table
      label={t('acts.create.problems')}
      rows={problems}
      rowKey={({ at }) => at}
      columns={[
        { name: t('acts.create.line'), cell: ({ line }) => line || '—' },
        { name: t('acts.create.parameter'), cell: ({ parameter }) => parameter || '—' },
        { name: t('acts.create.clause'), cell: ({ clause }) => clause || '—' },
        { name: t('acts.create.why'), cell: ({ why }) => why },
      ]}
    />
  )
}
