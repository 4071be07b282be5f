import { Button } from '@mantine/core'
import type { ActView } from '@ochno/contract/acts'
import { cardGaps } from '@ochno/domain/regulation/card-gaps'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Bar } from '../../ui/page.tsx'
import { GapList } from './gap-list.tsx'
import { MoveDialog } from './move-dialog.tsx'

/** What can be done with an edition now (SM-15), and what its card lacks before it can be approved. */
export function MoveBar({ act }: { act: ActView }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<ActView['commands'][number] | null>(null)
  if (!act.commands.length) return null
  const gaps = cardGaps(act.card)
  return (
    <>
      {gaps.length ? (
        <Notice tone="info" title={t('actEditing.move.gaps')}>
          <GapList card={act.card} gaps={gaps} />
        </Notice>
      ) : null}
      <Bar>
        {act.commands.map((command) => (
          <Button
            key={command}
            variant={command === 'rework' ? 'default' : 'filled'}
            onClick={() => setAsked(command)}
          >
            {t(`acts.commands.${command}`)}
          </Button>
        ))}
      </Bar>
      {asked ? <MoveDialog act={act} command={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
