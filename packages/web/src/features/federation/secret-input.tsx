import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A secret that is kept sealed: what was kept is never shown, only replaced. */
export function SecretInput({
  label,
  kept,
  value,
  onChange,
}: {
  label: string
  kept: boolean
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={label}
      description={t(kept ? 'federation.secretKept' : 'federation.secretHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      maxLength={500}
      visibilityToggleButtonProps={{
        'aria-label': t('federation.showSecret'),
        'aria-hidden': false,
        tabIndex: 0,
      }}
    />
  )
}
