import type { ComplaintRow } from '@ochno/contract/complaints'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { Standing } from './standing.tsx'

export const keyOf = ({ session, seq }: ComplaintRow): string => `${session} ${seq}`

/** What the page and the card both say of a complaint. */
export function useComplaintColumns(zone: string) {
  const { t } = useTranslation()
  return {
    when: { name: t('complaints.when'), cell: (row) => <When at={row.at} zone={zone} /> },
    who: {
      name: t('complaints.who'),
      cell: (row) => (
        <>
          <strong>{row.examinee}</strong>
          <br />
          {row.exam}
        </>
      ),
    },
    text: { name: t('complaints.text'), cell: (row) => row.text || t('complaints.erased') },
    standing: { name: t('complaints.standing'), cell: (row) => <Standing row={row} zone={zone} /> },
  } satisfies Record<string, Column<ComplaintRow>>
}
