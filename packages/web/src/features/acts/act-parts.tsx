import { Tabs } from '@mantine/core'
import type { ActView, SettingView } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'
import classes from './acts.module.css'
import { CompareCard } from './compare-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { SettingsView } from './settings-view.tsx'

/** The rules of an edition, what differs in another, and what people will read of them. */
export function ActParts({
  act,
  onDecide,
}: {
  act: ActView
  onDecide: ((setting: SettingView) => void) | null
}) {
  const { t } = useTranslation()
  return (
    <Tabs defaultValue="rules" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="rules">{t('acts.tabs.rules')}</Tabs.Tab>
        <Tabs.Tab value="compare">{t('acts.tabs.compare')}</Tabs.Tab>
        <Tabs.Tab value="preview">{t('acts.tabs.preview')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="rules" className={classes.panel ?? ''}>
        <SettingsView settings={act.settings} warnings={act.warnings} onDecide={onDecide} />
      </Tabs.Panel>
      <Tabs.Panel value="compare" className={classes.panel ?? ''}>
        <CompareCard act={act.id} />
      </Tabs.Panel>
      <Tabs.Panel value="preview" className={classes.panel ?? ''}>
        <PreviewCard act={act.id} />
      </Tabs.Panel>
    </Tabs>
  )
}
