import { listRequirements } from '@ochno/contract/briefing'
import { IconListCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Page } from '../../ui/page.tsx'
import { RequirementsList } from './requirements-list.tsx'

/** 001 5.1, 003 5.1.2, 004 7.2.2: read at any time before the exam. */
export function RequirementsPage() {
  const { t } = useTranslation()
  const load = useLoad(listRequirements, {}, { everyMs: 30_000 })
  return (
    <Page title={t('briefing.proctor.title')} lead={t('briefing.proctor.lead')} width="narrow">
      <LoadView load={load} rows={6}>
        {({ rows }) =>
          rows.length ? (
            <RequirementsList rows={rows} />
          ) : (
            <Empty icon={IconListCheck} title={t('briefing.proctor.empty')}>
              {t('briefing.proctor.emptyText')}
            </Empty>
          )
        }
      </LoadView>
    </Page>
  )
}
