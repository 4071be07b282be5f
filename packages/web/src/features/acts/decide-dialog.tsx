import { Button, Textarea } from '@mantine/core'
import { decideParameter, listActs, readAct, type SettingView } from '@ochno/contract/acts'
import { proposalOf } from '@ochno/domain/policy/act-policy'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { asTyped, typedValue, ValueInput } from './value-input.tsx'
import { useParameterName } from './value-words.ts'

/** Fills what the act leaves open. A proposal is shown beside the field and never put into it. */
export function DecideDialog({
  act,
  preset,
  setting,
  onClose,
}: {
  act: string
  /** What is proposed differs from act to act. */
  preset: string
  setting: SettingView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const name = useParameterName()
  const deciding = useDo(decideParameter, [readAct, listActs])
  const decided = setting.state === 'decision' ? setting : null
  const [typed, setTyped] = useState(decided ? asTyped(decided.value) : '')
  const [ground, setGround] = useState(decided?.ground ?? '')
  const value = typedValue(setting.key, typed)

  const send = async (body: { decided: { value: NonNullable<typeof value>; ground: string } | null }) => {
    const answer = await deciding.run({ params: { aid: act, key: setting.key }, body })
    if (answer.ok) onClose()
  }

  return (
    <FormSheet
      title={name(setting.key)}
      failure={deciding.failure}
      submit={t('acts.decide.save')}
      busy={deciding.busy}
      disabled={value === null || !ground.trim()}
      onSubmit={() => {
        if (value !== null) void send({ decided: { value, ground } })
      }}
      onClose={onClose}
    >
      <ValueInput
        at={setting.key}
        typed={typed}
        proposal={proposalOf({ act: preset }, setting.key)}
        onType={setTyped}
      />
      <Textarea
        label={t('acts.decide.ground')}
        description={t('acts.decide.groundHint')}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        maxLength={1000}
        rows={3}
        required
        withAsterisk={false}
      />
      {decided ? (
        <Button variant="default" disabled={deciding.busy} onClick={() => void send({ decided: null })}>
          {t('acts.decide.undo')}
        </Button>
      ) : null}
    </FormSheet>
  )
}
