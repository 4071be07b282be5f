import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { useSize } from '../../ui/size.ts'

/** After the end: what is still on this computer goes to the server, and one may see how far it is. */
export function SendingView({
  title,
  leftBytes,
  totalBytes,
  offline,
}: {
  title: string
  leftBytes: number
  totalBytes: number
  offline: boolean
}) {
  const { t } = useTranslation()
  const size = useSize()
  const percent = leftBytes > 0 ? Math.min(99, Math.floor(100 * (1 - leftBytes / totalBytes))) : 100
  return (
    <Page title={t('exam.finish.sendingTitle')} lead={title} width="narrow">
      <Card>
        <Rows>
          <p style={{ margin: 0 }}>{t('exam.finish.sendingText')}</p>
          <Progress value={percent} size="lg" aria-label={t('exam.finish.sendingTitle')} />
          <p role="status" style={{ margin: 0 }}>
            {leftBytes > 0 ? t('exam.finish.progress', { percent }) : t('exam.finish.confirming')}
          </p>
          {leftBytes > 0 ? (
            <p style={{ margin: 0 }}>{t('exam.finish.left', { size: size(leftBytes) })}</p>
          ) : null}
          {offline ? <Notice tone="warn" live="status" title={t('exam.finish.offline')} /> : null}
        </Rows>
      </Card>
    </Page>
  )
}
