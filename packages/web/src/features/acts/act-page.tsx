import { type ActView, readAct, type SettingView } from '@ochno/contract/acts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Page } from '../../ui/page.tsx'
import { ActCard } from './act-card.tsx'
import { ActParts } from './act-parts.tsx'
import { PresetName } from './preset-name.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ExportButton } from './export-button.tsx'
import { MoveBar } from './move-bar.tsx'
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
  const me = useMe()
  const [deciding, setDeciding] = useState<SettingView | null>(null)
  const [stating, setStating] = useState<SettingView | null>(null)
  const manages = me.is === 'ready' && may(me.value, 'act.manage')
  return (
    <>
      <MoveBar act={act} />
      <ActCard act={act} editable={manages && act.state !== 'superseded'} />
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
