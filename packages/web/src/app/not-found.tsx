import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <main>
      <Page title={t('common.notFound.title')} lead={t('common.notFound.text')} width="narrow">
        <div>
          <Button component={Link} to="/">
            {t('common.notFound.home')}
          </Button>
        </div>
      </Page>
    </main>
  )
}
