import { Checkbox } from '@mantine/core'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../ui/page.tsx'
import { useValueWords } from './value-words.ts'

/** A list whose members are known is ticked, never typed. */
export function ChoicesInput({
  at,
  choices,
  typed,
  onType,
  label,
  description,
}: {
  at: PolicyKey
  choices: readonly string[]
  typed: string
  onType: (typed: string) => void
  label: string
  description: string | undefined
}) {
  const { t } = useTranslation()
  const words = useValueWords()
  return (
    <Checkbox.Group
      label={label}
      description={description ?? t('actEditing.values.several')}
      value={typed.split('\n').filter(Boolean)}
      // In the order of the choices, so that the same ticks are the same value.
      onChange={(ticked) => onType(choices.filter((one) => ticked.includes(one)).join('\n'))}
    >
      <Rows gap="sm">
        {choices.map((choice) => (
          <Checkbox key={choice} value={choice} label={words(at, choice)} />
        ))}
      </Rows>
    </Checkbox.Group>
  )
}
