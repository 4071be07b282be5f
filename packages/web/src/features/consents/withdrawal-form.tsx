import { Button } from '@mantine/core'
import { type ConsentItem, takeWithdrawalForm } from '@ochno/contract/consents'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { saveFile } from './save-file.ts'

/** The written request, filled in, to be signed by hand. */
export function WithdrawalForm({ item }: { item: ConsentItem }) {
  const { t } = useTranslation()
  const taking = useDo(takeWithdrawalForm)
  const take = async () => {
    if (!item.id) return
    const answer = await taking.run({ params: { cid: item.id } })
    if (answer.ok) saveFile('consent-withdrawal.pdf', answer.body)
  }
  return (
    <>
      <Button
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={taking.busy}
        onClick={() => void take()}
      >
        {t('consents.withdraw.form')}
      </Button>
      {taking.failure ? <FailureNotice failure={taking.failure} /> : null}
    </>
  )
}
