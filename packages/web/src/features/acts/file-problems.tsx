import { isPolicyKey } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { Table } from '../../ui/table.tsx'
import { useParameterName } from './value-words.ts'

const reasons = [
  'not_json',
  'not_a_policy',
  'unknown_parameter',
  'wrong_value',
  'no_clause',
  'unknown_clause',
  'no_ground',
  'said_and_decided',
  'said_twice',
] as const

/** What the server tells of a wrong file: `line|parameter|clauses|why`. */
export function FileProblems({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation()
  const name = useParameterName()
  const problems = fields.map((field, at) => {
    const [line = '', parameter = '', clause = '', why = ''] = field.split('|')
    return { at: String(at), line, parameter, clause, why: reasons.find((one) => one === why) }
  })
  return (
    <>
      <div>{t('actEditing.file.lead', { count: problems.length })}</div>
      <Table
        label={t('acts.create.problems')}
        rows={problems}
        rowKey={({ at }) => at}
        columns={[
          { name: t('acts.create.line'), cell: ({ line }) => line || '—' },
          {
            name: t('acts.create.parameter'),
            cell: ({ parameter }) =>
              isPolicyKey(parameter) ? `${name(parameter)} (${parameter})` : parameter || '—',
          },
          { name: t('acts.create.clause'), cell: ({ clause }) => clause || '—' },
          {
            name: t('acts.create.why'),
            cell: ({ why }) => (why ? t(`actEditing.file.why.${why}`) : t('errors.unknown')),
          },
        ]}
      />
    </>
  )
}
