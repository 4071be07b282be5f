import { SegmentedControl } from '@mantine/core'
import { sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconPlayerPause, IconViewfinder } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { WithReason } from './with-reason.tsx'
import { changedBySaying } from './use-talk.ts'

const causes = ['proctor', 'failure'] as const

/** Acts that need nothing but their reason: a look around, a pause of the clock (TR-47). */
export function ReasonForm({ session, kind }: { session: string; kind: 'scan' | 'pause' }) {
  const { t } = useTranslation()
  const say = useDo(sayToExaminee, changedBySaying)
  const [cause, setCause] = useState<(typeof causes)[number]>('proctor')
  const Icon = kind === 'scan' ? IconViewfinder : IconPlayerPause
  const send = async (reason: string) => {
    const body = kind === 'scan' ? ({ kind, reason } as const) : ({ kind, cause, reason } as const)
    return (await say.run({ params: { sid: session as SessionId }, body })).ok
  }
  return (
    <WithReason
      failure={say.failure}
      busy={say.busy}
      label={t('proctor.talk.reason')}
      description={t(kind === 'scan' ? 'proctor.talk.reasonHint' : 'wall.act.pauseHint')}
      submit={t(`wall.act.${kind}`)}
      icon={<Icon size={18} aria-hidden />}
      onSend={send}
    >
      <p>{t(`wall.act.${kind}Text`)}</p>
      {kind === 'pause' ? (
        <SegmentedControl
          aria-label={t('wall.act.cause')}
          fullWidth
          size="sm"
          value={cause}
          onChange={(value) => setCause(value as typeof cause)}
          data={causes.map((value) => ({ value, label: t(`wall.act.causes.${value}`) }))}
        />
      ) : null}
    </WithReason>
  )
}
