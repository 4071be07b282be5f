import { Button } from '@mantine/core'
import { type ActView, listActs, moveAct, readAct, type SettingView } from '@ochno/contract/acts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Page } from '../../ui/page.tsx'
import { ActCard } from './act-card.tsx'
import { CompareCard } from './compare-card.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ExportButton } from './export-button.tsx'
import { PreviewCard } from './preview-card.tsx'
import { SettingsView } from './settings-view.tsx'

export function ActPage() {
  const { t } = useTranslation()
  const { act = '' } = useParams({ strict: false })
  const load = useLoad(readAct, { params: { aid: act } })
  return (
    <LoadView load={load} rows={8}>
      {(read) => (
        <Page
          title={t('acts.list.edition', { title: read.title, edition: read.edition })}
          lead={t(`acts.states.${read.state}`)}
          actions={<ExportButton act={read.id} />}
        >
          <Reader act={read} />
        </Page>
      )}
    </LoadView>
  )
}

function Reader({ act }: { act: ActView }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const moving = useDo(moveAct, [readAct, listActs])
  const [deciding, setDeciding] = useState<SettingView | null>(null)
  const manages = me.is === 'ready' && may(me.value, 'act.manage')
  return (
    <>
      {act.warnings.map((warning) => (
        <Notice
          key={`${warning.trap} ${warning.keys.join()}`}
          tone="warn"
          title={i18n.language.startsWith('ru') ? warning.ru : warning.en}
        />
      ))}
      {moving.failure ? <FailureNotice failure={moving.failure} /> : null}
      {act.commands.length ? (
        <Bar>
          {act.commands.map((command) => (
            <Button
              key={command}
              variant={command === 'rework' ? 'default' : 'filled'}
              disabled={moving.busy}
              onClick={() => void moving.run({ params: { aid: act.id }, body: { command } })}
            >
              {t(`acts.commands.${command}`)}
            </Button>
          ))}
        </Bar>
      ) : null}
      <ActCard act={act} editable={manages && act.state === 'draft'} />
      <SettingsView
        settings={act.settings}
        onDecide={manages && act.state !== 'superseded' ? setDeciding : null}
      />
      <CompareCard act={act.id} />
      <PreviewCard act={act.id} />
      {deciding ? <DecideDialog act={act.id} setting={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  )
}
