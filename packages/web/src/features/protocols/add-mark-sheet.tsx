import { Select, Textarea, TextInput } from '@mantine/core'
import { readMarks, sayToExaminee } from '@ochno/contract/conduct'
import { type ProtocolView, readProtocol } from '@ochno/contract/protocols'
import type { OutsiderSign } from '@ochno/domain/incident/signs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { SignChoice, signSaid } from '../../ui/sign-choice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { clockAt, momentOf } from '../../ui/clock-at.ts'
import classes from './protocols.module.css'

type Suggested = { readonly of?: number; readonly code: string; readonly from: string; readonly to: string }

/** A violation seen on the recording after the exam: a code of the act, a time, what was seen. */
export function AddMarkSheet({
  view,
  zone,
  offer,
  onMarked,
  onClose,
}: {
  view: ProtocolView
  zone: string
  /** What the log suggests; the proctor may say something else. */
  offer?: Suggested
  /** The number of the mark in the log. */
  onMarked?: (seq: number) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const codes = useLoad(readMarks, { params: { sid: view.session } })
  const marking = useDo(sayToExaminee, [readProtocol])
  const near = view.authorizedAt ?? view.now
  const [code, setCode] = useState<string | null>(offer?.code ?? null)
  const [from, setFrom] = useState(clockAt(offer?.from ?? near, zone))
  const [to, setTo] = useState(offer ? clockAt(offer.to, zone) : '')
  const [note, setNote] = useState('')
  const [sign, setSign] = useState<OutsiderSign | null>(null)
  const signs = (codes.is === 'ready' ? codes.value.marks : []).find((one) => one.code === code)?.signs
  const begins = momentOf(from, near, zone)
  const ends = to.trim() === '' ? begins : momentOf(to, near, zone)
  const send = async () => {
    if (!code || !begins || !ends) return
    const answer = await marking.run({
      params: { sid: view.session },
      body: {
        kind: 'mark',
        code,
        from: begins,
        to: ends,
        note,
        ...signSaid(signs, sign),
        ...(offer?.of ? { because: offer.of } : {}),
      },
    })
    if (!answer.ok) return
    onMarked?.(answer.body.seq)
    onClose()
  }
  return (
    <FormSheet
      title={t('protocols.marks.addTitle')}
      failure={marking.failure ?? (codes.is === 'failed' ? codes.failure : null)}
      submit={t('protocols.marks.add')}
      busy={marking.busy}
      disabled={!code || !begins || !ends}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Select
        label={t('protocols.marks.violation')}
        searchable
        value={code}
        onChange={setCode}
        data={
          codes.is === 'ready'
            ? codes.value.marks.map((one) => ({ value: one.code, label: one.wording }))
            : []
        }
      />
      <SignChoice signs={signs} value={sign} onChange={setSign} />
      <div className={classes.times}>
        <TextInput
          label={t('protocols.marks.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={begins ? null : t('protocols.marks.wrongTime')}
        />
        <TextInput
          label={t('protocols.marks.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={ends ? null : t('protocols.marks.wrongTime')}
        />
      </div>
      <Textarea
        label={t('protocols.marks.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        rows={3}
      />
    </FormSheet>
  )
}
