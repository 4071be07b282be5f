import { Button } from '@mantine/core'
import type { SettingView } from '@ochno/contract/acts'
import { createContext, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../../ui/page.tsx'
import { useParameterName } from './value-words.ts'

/** Opens what the act says of a parameter; null where the text of the edition does not change any more. */
export const Stating = createContext<((setting: SettingView) => void) | null>(null)

export function StatementButton({ setting }: { setting: SettingView }) {
  const { t } = useTranslation()
  const name = useParameterName()
  const onState = use(Stating)
  if (!onState) return null
  const word = t(setting.state === 'act' ? 'actEditing.state.change' : 'actEditing.state.do')
  return (
    <Bar>
      <Button
        variant={setting.state === 'act' ? 'subtle' : 'default'}
        size="xs"
        aria-label={`${word}: ${name(setting.key)}`}
        onClick={() => onState(setting)}
      >
        {word}
      </Button>
    </Bar>
  )
}
