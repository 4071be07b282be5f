import { Button } from '@mantine/core'
import { type ActView, listActs, moveAct, readAct, type SettingView } from '@ochno/contract/acts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Page } from '../../ui/page.tsx'
import { ActCard } from './act-card.tsx'
import { ActParts } from './act-parts.tsx'
import { PresetName } from './preset-name.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ExportButton } from './export-button.tsx'
import { shortTitle } from './reading.ts'
import { StateDialog } from './state-dialog.tsx'
import { Stating } from './statement-button.tsx'
import { WarningsCard } from './warnings-card.tsx'

export function ActPage() {
  const { t } = useTranslation()
  const { act = '' } = useParams({ strict: false })
  const load = useLoad(readAct, { params: { aid: act } })
  return (
    <LoadView load={load} rows={8}>
      {(read) => (
        <Page
          title={t('acts.list.edition', { title: shortTitle(read.title), edition: read.edition })}
          lead={
            <>
              {t(`acts.states.${read.state}`)}. <PresetName preset={read.preset} />
            </>
          }
          actions={<ExportButton act={read.id} />}
        >
          <Reader act={read} />
        </Page>
      )}
    </LoadView>
  )
}

function Reader({ act }: { act: ActView }) {
  const { t } = useTranslation()
  const me = useMe()
  const moving = useDo(moveAct, [readAct, listActs])
  const [deciding, setDeciding] = useState<SettingView | null>(null)
  const [stating, setStating] = useState<SettingView | null>(null)
  const manages = me.is === 'ready' && may(me.value, 'act.manage')
  return (
    <>
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
      <WarningsCard warnings={act.warnings} />
      <Stating value={manages && act.state === 'draft' ? setStating : null}>
        <ActParts act={act} onDecide={manages && act.state !== 'superseded' ? setDeciding : null} />
      </Stating>
      {stating ? <StateDialog act={act.id} setting={stating} onClose={() => setStating(null)} /> : null}
      {deciding ? (
        <DecideDialog act={act.id} preset={act.preset} setting={deciding} onClose={() => setDeciding(null)} />
      ) : null}
    </>
  )
}
