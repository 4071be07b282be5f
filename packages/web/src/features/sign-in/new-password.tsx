import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** One field, shown on request, with its rule said beforehand. No second field: one can look at what one typed. */
export function NewPassword({
  value,
  least,
  complain,
  onChange,
  label,
}: {
  value: string
  least: number
  complain: boolean
  onChange: (value: string) => void
  label?: string
}) {
  const { t } = useTranslation()
  const short = complain && value.length < least
  return (
    <PasswordInput
      size="md"
      label={label ?? t('signIn.password')}
      description={t('signIn.passwordRule', { count: least })}
      autoComplete="new-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{
        'aria-label': t('signIn.showPassword'),
        'aria-hidden': false,
        tabIndex: 0,
      }}
      error={short ? t('signIn.passwordShort', { count: least }) : null}
      required
      withAsterisk={false}
    />
  )
}
