import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

/** Also what a person sees when a new version of the product was installed and an old chunk is gone. */
export function Crashed() {
  const { t } = useTranslation()
  return (
    <main>
      <Page title={t('common.crashed.title')} width="narrow">
        <Notice
          tone="bad"
          live="alert"
          title={t('common.crashed.text')}
          action={<Button onClick={() => location.reload()}>{t('common.crashed.reload')}</Button>}
        />
      </Page>
    </main>
  )
}
