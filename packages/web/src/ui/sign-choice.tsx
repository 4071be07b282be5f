import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Signs<Sign extends string> = readonly { readonly sign: Sign; readonly wording: string }[] | undefined

/** Where the act names the signs of a violation, a mark may say which one was seen. */
export function SignChoice<Sign extends string>({
  signs,
  value,
  onChange,
}: {
  signs: Signs<Sign>
  value: Sign | null
  onChange: (sign: Sign | null) => void
}) {
  const { t } = useTranslation()
  if (!signs?.length) return null
  return (
    <Select
      label={t('common.sign')}
      description={t('common.signHint')}
      clearable
      value={value}
      onChange={(said) => onChange(signs.find(({ sign }) => sign === said)?.sign ?? null)}
      data={signs.map(({ sign, wording }) => ({ value: sign, label: wording }))}
    />
  )
}

/** A sign belongs to the code it was chosen for. */
export const signSaid = <Sign extends string>(signs: Signs<Sign>, sign: Sign | null) =>
  sign && signs?.some((one) => one.sign === sign) ? { sign } : {}
