import { Button } from '@mantine/core'
import { exportAct } from '@ochno/contract/acts'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export function ExportButton({ act }: { act: string }) {
  const { t } = useTranslation()
  const exporting = useDo(exportAct)
  const run = async () => {
    const answer = await exporting.run({ params: { aid: act } })
    if (answer.ok) save(answer.body.name, answer.body.text)
  }
  return (
    <>
      {exporting.failure ? <FailureNotice failure={exporting.failure} /> : null}
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={exporting.busy}
        onClick={() => void run()}
      >
        {t('acts.export')}
      </Button>
    </>
  )
}
