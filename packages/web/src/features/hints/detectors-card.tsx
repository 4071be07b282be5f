import { Table } from '@mantine/core'
import type { WeightsView } from '@ochno/contract/trust'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import classes from './hints.module.css'

const counted = ['hints', 'sessions', 'marked', 'dismissed', 'permitted', 'technical'] as const

/** How often each detector was wrong, as people said it. */
export function DetectorsCard({ detectors }: Pick<WeightsView, 'detectors'>) {
  const { t } = useTranslation()
  return (
    <Card
      title={t('hints.detectors.title')}
      lead={t(detectors.length ? 'hints.detectors.lead' : 'hints.detectors.none')}
    >
      {detectors.length > 0 ? (
        <div className={classes.table}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('hints.weights.code')}</Table.Th>
                {counted.map((what) => (
                  <Table.Th key={what}>{t(`hints.detectors.${what}`)}</Table.Th>
                ))}
                <Table.Th>{t('hints.detectors.share')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {detectors.map((row) => (
                <Table.Tr key={row.code}>
                  <Table.Td>{row.wording}</Table.Td>
                  {counted.map((what) => (
                    <Table.Td key={what}>{row[what]}</Table.Td>
                  ))}
                  <Table.Td>
                    {row.dismissedShare === null
                      ? t('hints.detectors.undecided')
                      : t('hints.detectors.percent', { percent: Math.round(row.dismissedShare * 100) })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
    </Card>
  )
}
