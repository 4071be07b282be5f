import { Button } from '@mantine/core'
import { IconApps } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'

/** The address names a service that is not in the register (any more). */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('services.register.title')}>
      <Empty
        icon={IconApps}
        title={t('services.gone')}
        action={
          <Button component={Link} to="/services/register">
            {t('services.card.back')}
          </Button>
        }
      />
    </Page>
  )
}
