import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { listProctors, type ProctorLine, setStanding } from '@ochno/contract/appointments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'

/** SM-14: a proctor is kept from watching, or let back. */
export function StandingDialog({ line, onClose }: { line: ProctorLine; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const heads = me.is === 'ready' && may(me.value, 'institution.manage')
  const { today } = useToday()
  const last = line.standing[0]
  const begins = last !== undefined && (last.deed === 'reinstate' || last.from > today)
  const deeds = [
    ...(line.state === 'suspended' ? (['reinstate'] as const) : []),
    // Once more: to begin a suspension earlier, or to take back the day of a return.
    ...(line.state !== 'suspended' || begins ? (['suspend'] as const) : []),
    ...(heads ? (['dismiss'] as const) : []),
  ]
  const setting = useDo(setStanding, [listProctors])
  const [deed, setDeed] = useState(deeds[0] ?? 'suspend')
  const [from, setFrom] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const submit = async () => {
    const body = { deed, from: from ?? today, why: why.trim() }
    const answer = await setting.run({ params: { id: line.person.id }, body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('institution.standing.of', { name: line.person.name })}
      failure={setting.failure}
      submit={t(`institution.standing.do.${deed}`)}
      busy={setting.busy}
      disabled={why.trim() === '' || (from ?? today) === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('institution.standing.what')}
        value={deed}
        onChange={(event) => setDeed(deeds.find((one) => one === event.currentTarget.value) ?? deed)}
        data={deeds.map((value) => ({ value, label: t(`institution.standing.deeds.${value}`) }))}
      />
      <TextInput
        type="date"
        label={t('institution.standing.from')}
        min={today}
        value={from ?? today}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Textarea
        label={t('institution.standing.why')}
        description={t('institution.standing.whyHint')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
        required
      />
      <Notice tone="info" title={t(`institution.standing.effect.${deed}`)} />
    </FormSheet>
  )
}

/** As the institution counts days. */
function useToday(): { today: string } {
  const found = useLoad(listProctors, {})
  return { today: found.is === 'ready' ? found.value.today : '' }
}
