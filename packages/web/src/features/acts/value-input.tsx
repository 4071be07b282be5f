import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { DUTY } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { type AnyValue, useValueWords } from './value-words.ts'

/** What was typed, as the value its kind takes; null while nothing is chosen. */
export function typedValue(key: PolicyKey, typed: string): boolean | number | string | string[] | null {
  const text = typed.trim()
  if (!text) return null
  switch (parameters[key].kind) {
    case 'flag':
      return text === 'true'
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : null
    case 'list':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    case 'duty':
    case 'text':
    case 'date':
      return text
  }
}

export const asTyped = (value: AnyValue): string =>
  typeof value === 'object' ? value.join('\n') : String(value)

export function ValueInput({
  at,
  typed,
  onType,
}: {
  at: PolicyKey
  typed: string
  onType: (typed: string) => void
}) {
  const { t } = useTranslation()
  const words = useValueWords()
  const { kind, choices, proposal } = parameters[at]
  const shared = {
    label: t('acts.decide.value'),
    description:
      proposal === undefined ? undefined : t('acts.decide.proposal', { value: words(at, proposal) }),
    required: true,
    withAsterisk: false,
  }
  const options = kind === 'duty' ? DUTY : kind === 'text' ? choices : undefined
  if (kind === 'flag' || options)
    return (
      <NativeSelect
        {...shared}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        data={[
          { value: '', label: t('acts.decide.choose') },
          ...(options
            ? options.map((value) => ({ value, label: words(at, value) }))
            : [true, false].map((value) => ({ value: String(value), label: words(at, value) }))),
        ]}
      />
    )
  if (kind === 'number')
    return (
      <NumberInput
        {...shared}
        value={typed}
        onChange={(value) => onType(String(value))}
        min={0}
        hideControls
      />
    )
  if (kind === 'list')
    return (
      <Textarea
        {...shared}
        label={`${shared.label}. ${t('acts.decide.lines')}`}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        rows={4}
      />
    )
  return (
    <TextInput
      {...shared}
      type={kind === 'date' ? 'date' : 'text'}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}
