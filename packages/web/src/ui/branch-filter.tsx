import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Narrows a list to a branch (R3-0b); not there where the institution has none. */
export function BranchFilter({
  branches,
  value,
  onChange,
}: {
  branches: readonly { readonly id: string; readonly name: string }[]
  value: string
  onChange: (branch: string) => void
}) {
  const { t } = useTranslation()
  if (branches.length === 0) return null
  return (
    <NativeSelect
      label={t('people.branch.one')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('people.branch.any') },
        ...branches.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
