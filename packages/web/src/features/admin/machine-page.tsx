import { readMachine } from '@ochno/contract/machine'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Page } from '../../ui/page.tsx'
import { MachineView } from './machine-view.tsx'

export function MachinePage() {
  const { t } = useTranslation()
  const me = useMe()
  const machine = useLoad(readMachine, {}, { everyMs: 10_000 })
  return (
    <Page title={t('admin.machine.title')} lead={t('admin.machine.lead')} width="narrow">
      <LoadView load={machine} rows={4}>
        {(health) => (
          <MachineView health={health} zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'} />
        )}
      </LoadView>
    </Page>
  )
}
