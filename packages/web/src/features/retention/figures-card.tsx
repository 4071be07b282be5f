import { Button } from '@mantine/core'
import { takeDeidentified } from '@ochno/contract/retention'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'

/** R4-A5.12b: what may be worked with when it can not be said any more of whom it is. */
export function FiguresCard() {
  const { t } = useTranslation()
  const take = useDo(takeDeidentified)
  const download = async () => {
    const answer = await take.run({})
    if (answer.ok) saveFile(t('retention.figures.file'), answer.body)
  }
  return (
    <Card title={t('retention.figures.title')} lead={t('retention.figures.lead')}>
      <Rows gap="sm">
        {take.failure ? <FailureNotice failure={take.failure} /> : null}
        <Bar>
          <Button variant="default" loading={take.busy} onClick={() => void download()}>
            {t('retention.figures.take')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}
