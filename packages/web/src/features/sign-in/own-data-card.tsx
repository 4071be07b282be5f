import { Button } from '@mantine/core'
import { exportOwnData } from '@ochno/contract/retention'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'

/** P-30: what is kept about the person who asks. */
export function OwnDataCard() {
  const { t } = useTranslation()
  const take = useDo(exportOwnData)
  const download = async () => {
    const answer = await take.run({})
    if (answer.ok) saveFile(t('retention.own.file'), answer.body)
  }
  return (
    <Card title={t('retention.own.title')} lead={t('retention.own.text')}>
      <Rows>
        {take.failure ? <FailureNotice failure={take.failure} /> : null}
        <Bar>
          <Button
            variant="default"
            loading={take.busy}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void download()}
          >
            {t('retention.own.take')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}
