import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { DUTY, isWhole, largest, smallest } from '@ochno/domain/policy/parameter'
import { fits } from '@ochno/domain/policy/act-policy'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { ChoicesInput } from './choices-input.tsx'
import { DayOfYearInput } from './day-of-year-input.tsx'
import classes from './acts.module.css'
import { asKept, asShown } from './shown-number.ts'
import { type AnyValue, useUnitWord, useValueWords } from './value-words.ts'

/** What was typed, as the value its kind takes; null while nothing is chosen or it does not fit. */
export function typedValue(key: PolicyKey, typed: string): boolean | number | string | string[] | null {
  const value = readTyped(key, typed.trim())
  return value !== null && fits(key, value) ? value : null
}

function readTyped(key: PolicyKey, text: string): boolean | number | string | string[] | null {
  if (!text) return null
  switch (parameters[key].kind) {
    case 'flag':
      return text === 'true'
    case 'number':
      return Number(text)
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
  proposal = null,
  onType,
}: {
  at: PolicyKey
  /** Told beside the field, never put into it. */
  proposal?: AnyValue | null
  typed: string
  onType: (typed: string) => void
}) {
  const { t } = useTranslation()
  const words = useValueWords()
  const unitWord = useUnitWord()
  const { kind, choices, unit } = parameters[at]
  const shared = {
    label: t('acts.decide.value'),
    description: proposal === null ? undefined : t('acts.decide.proposal', { value: words(at, proposal) }),
    required: true,
    withAsterisk: false,
    'data-autofocus': true,
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
  if (kind === 'number') {
    const [least, most] = [(unit && smallest[unit]) ?? 0, unit && largest[unit]]
    const said = { least, most: unit && most !== undefined ? asShown(unit, most) : 0 }
    const kindOf = isWhole(unit) ? 'whole' : 'any'
    const bounds = t(`actEditing.values.${kindOf}.${most === undefined ? 'from' : 'within'}`, said)
    const word = unit ? unitWord(unit, Number(typed)) : ''
    return (
      <NumberInput
        {...shared}
        label={
          <>
            {shared.label}
            {word ? <span className={classes.hidden}>{`, ${word}`}</span> : null}
          </>
        }
        inputContainer={(field) => (
          <div className={classes.withUnit}>
            {field}
            {word ? <span aria-hidden>{word}</span> : null}
          </div>
        )}
        {...(unit === 'share'
          ? {
              value: typed === '' ? '' : asShown(unit, Number(typed)),
              onChange: (value) => onType(value === '' ? '' : String(asKept(unit, Number(value)))),
            }
          : { value: typed, onChange: (value) => onType(String(value)) })}
        error={typed && typedValue(at, typed) === null ? bounds : null}
        allowedDecimalSeparators={[',', '.']}
        hideControls
      />
    )
  }
  if (kind === 'date') return <DayOfYearInput typed={typed} onType={onType} {...shared} />
  if (kind === 'list' && choices)
    return <ChoicesInput at={at} choices={choices} typed={typed} onType={onType} {...shared} />
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
  return <TextInput {...shared} value={typed} onChange={(event) => onType(event.currentTarget.value)} />
}
