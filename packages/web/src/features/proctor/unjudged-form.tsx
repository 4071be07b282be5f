import { Select } from '@mantine/core'
import { sayToExaminee } from '@ochno/contract/conduct'
import { readQuality } from '@ochno/contract/quality'
import type { SessionId } from '@ochno/domain/ids'
import { IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { Notice } from '../../ui/notice.tsx'
import { WithReason } from './with-reason.tsx'
import { changedBySaying } from './use-talk.ts'

const lengths = ['60', '180', '600', 'all'] as const

/** R1-4.1k, R3-4.2.4.1, R4-6.3.4: nobody can judge by these pictures. A ground of its own; the examinee is not blamed for it. */
export function UnjudgedForm({
  session,
  began,
  now,
}: {
  session: string
  began: string | null
  now: string
}) {
  const { t } = useTranslation()
  const say = useDo(sayToExaminee, [...changedBySaying, readQuality])
  const load = useLoad(readQuality, { params: { sid: session as SessionId } })
  const [length, setLength] = useState<string>('60')
  const unjudged = load.is === 'ready' ? load.value.unjudged : null
  const send = async (reason: string) => {
    const to = Date.parse(now)
    const start = began === null ? to : Date.parse(began)
    const from = length === 'all' ? start : Math.max(start, to - Number(length) * 1000)
    const iso = (ms: number) => new Date(ms).toISOString()
    const body = unjudged
      ? { kind: 'judged' as const, of: unjudged.seq, reason }
      : { kind: 'unjudged' as const, reason, spans: [{ from: iso(from), to: iso(to) }] }
    return (await say.run({ params: { sid: session as SessionId }, body })).ok
  }
  return (
    <WithReason
      failure={say.failure}
      busy={say.busy}
      label={t(unjudged ? 'quality.back.reason' : 'quality.sheet.reason')}
      submit={t(unjudged ? 'quality.takeBack' : 'quality.say')}
      icon={<IconEyeOff size={18} aria-hidden />}
      onSend={send}
    >
      {unjudged ? (
        <Notice tone="warn" title={t('quality.said')}>
          {unjudged.reason}
        </Notice>
      ) : (
        <>
          <p>{t('quality.sheet.text')}</p>
          <Select
            label={t('proctor.talk.when')}
            allowDeselect={false}
            data={lengths.map((value) => ({ value, label: t(`quality.last.${value}`) }))}
            value={length}
            onChange={(value) => value && setLength(value)}
          />
        </>
      )}
    </WithReason>
  )
}
