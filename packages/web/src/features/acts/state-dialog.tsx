import { Button, Textarea, TextInput } from '@mantine/core'
import { listActs, readAct, type SettingView, stateParameter } from '@ochno/contract/acts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { clausesOf } from './clauses.ts'
import { asTyped, typedValue, ValueInput } from './value-input.tsx'
import { useParameterName } from './value-words.ts'

type Stated = InputOf<typeof stateParameter>['body']['stated']

/** What the text of a draft says of one parameter: the value, where it stands and in which words. */
export function StateDialog({
  act,
  setting,
  onClose,
}: {
  act: string
  setting: SettingView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const name = useParameterName()
  const stating = useDo(stateParameter, [readAct, listActs])
  const said = setting.state === 'act' ? setting : null
  const before = setting.state === 'capped' ? setting.said : (said?.value ?? null)
  const [typed, setTyped] = useState(before === null ? '' : asTyped(before))
  const [clauses, setClauses] = useState(said?.clauses.join(', ') ?? '')
  const [quote, setQuote] = useState(said?.quotes.map(({ text }) => text).join('\n') ?? '')
  const [note, setNote] = useState(said?.note ?? '')
  const value = typedValue(setting.key, typed)
  const named = clausesOf(clauses)

  const send = async (stated: Stated) => {
    const answer = await stating.run({ params: { aid: act, key: setting.key }, body: { stated } })
    if (answer.ok) onClose()
  }

  return (
    <FormSheet
      title={name(setting.key)}
      failure={stating.failure}
      submit={t('actEditing.state.save')}
      busy={stating.busy}
      disabled={value === null || named.is !== 'clauses' || !quote.trim()}
      onSubmit={() => {
        if (value !== null && named.is === 'clauses')
          void send({ value, clauses: named.clauses, quote, note: note.trim() || null })
      }}
      onClose={onClose}
    >
      <div>{t('actEditing.state.lead')}</div>
      <ValueInput at={setting.key} typed={typed} onType={setTyped} />
      <TextInput
        label={t('actEditing.state.clauses')}
        description={t('actEditing.state.clausesHint')}
        value={clauses}
        onChange={(event) => setClauses(event.currentTarget.value)}
        error={named.is === 'too_long' ? t('actEditing.state.clausesWrong') : null}
        required
        withAsterisk={false}
      />
      <Textarea
        label={t('actEditing.state.quote')}
        description={t('actEditing.state.quoteHint')}
        value={quote}
        onChange={(event) => setQuote(event.currentTarget.value)}
        maxLength={4000}
        autosize
        minRows={3}
        maxRows={10}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('actEditing.state.note')}
        description={t('actEditing.state.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
      />
      {before === null ? null : (
        <Button variant="default" disabled={stating.busy} onClick={() => void send(null)}>
          {t('actEditing.state.silent')}
        </Button>
      )}
    </FormSheet>
  )
}
