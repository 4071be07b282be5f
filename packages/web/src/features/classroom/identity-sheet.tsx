import { Checkbox, Radio, Select, Textarea } from '@mantine/core'
import { noteIdentity, readRoom, type RoomView, type SeatView } from '@ochno/contract/classroom'
import type { DocumentKind } from '@ochno/domain/identity/documents'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'

const whys = [
  'identity_document_missing',
  'identity_document_unreadable',
  'identity_document_other_person',
  'identity_document_data_mismatch',
] as const
type Why = (typeof whys)[number]

/** The document in the hand, the face beside it: nothing is photographed and no number is written down. */
export function IdentitySheet({
  exam,
  seat,
  onClose,
}: {
  exam: RoomView['exams'][number]
  seat: SeatView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const saying = useDo(noteIdentity, [readRoom])
  const [is, setIs] = useState<'admitted' | 'refused' | null>(null)
  const [document, setDocument] = useState<DocumentKind | null>(null)
  const [checked, setChecked] = useState(false)
  const [why, setWhy] = useState<Why | null>(null)
  const [reason, setReason] = useState('')
  const ready = is === 'admitted' ? document !== null && checked : why !== null && reason.trim() !== ''
  const send = async () => {
    const params = { sid: seat.session }
    const answer =
      is === 'admitted'
        ? document && (await saying.run({ params, body: { is, document } }))
        : why && (await saying.run({ params, body: { is: 'refused', why, reason } }))
    if (answer?.ok) onClose()
  }
  return (
    <FormSheet
      title={seat.examinee}
      failure={saying.failure}
      submit={t('classroom.identity.save')}
      busy={saying.busy}
      disabled={is === null || !ready}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Radio.Group
        label={t('classroom.identity.title')}
        value={is}
        onChange={(said) => setIs(said as 'admitted' | 'refused')}
      >
        <Rows gap="sm">
          <Radio value="admitted" label={t('classroom.identity.yes')} />
          <Radio value="refused" label={t('classroom.identity.no')} />
        </Rows>
      </Radio.Group>
      {is === 'admitted' ? (
        <>
          <Select
            label={t('classroom.identity.document')}
            description={t('classroom.identity.documentHint')}
            value={document}
            onChange={(kind) => setDocument(kind as DocumentKind | null)}
            data={exam.documents.map((kind) => ({ value: kind, label: t(`classroom.documents.${kind}`) }))}
          />
          <Checkbox
            label={t('classroom.identity.checked')}
            checked={checked}
            onChange={(event) => setChecked(event.currentTarget.checked)}
          />
        </>
      ) : null}
      {is === 'refused' ? (
        <>
          <Select
            label={t('classroom.identity.why')}
            value={why}
            onChange={(said) => setWhy(said as Why | null)}
            data={whys.map((one) => ({ value: one, label: t(`classroom.identity.whys.${one}`) }))}
          />
          <Textarea
            label={t('classroom.identity.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={300}
            autosize
            minRows={2}
          />
        </>
      ) : null}
    </FormSheet>
  )
}
