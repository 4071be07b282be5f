import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { PeriodsPanel } from './periods-panel.tsx'
import { YearsPanel } from './years-panel.tsx'

export function CalendarPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('calendar.title')} lead={t('calendar.lead')}>
      <Tabs defaultValue="days" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="days">{t('calendar.tabs.days')}</Tabs.Tab>
          <Tabs.Tab value="periods">{t('calendar.tabs.periods')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="days">
          <YearsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="periods">
          <PeriodsPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
