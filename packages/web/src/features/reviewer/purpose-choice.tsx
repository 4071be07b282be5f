import { Radio, Stack } from '@mantine/core'
import { type Purpose, purposes } from '@ochno/contract/watch'
import { useTranslation } from 'react-i18next'

export function PurposeChoice({
  purpose,
  onChange,
}: {
  purpose: Purpose | null
  onChange: (purpose: Purpose | null) => void
}) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={t('reviewer.purpose.label')}
      value={purpose}
      onChange={(value) => onChange(purposes.find((one) => one === value) ?? null)}
    >
      <Stack mt="xs" gap="xs">
        {purposes.map((one) => (
          <Radio key={one} value={one} label={t(`reviewer.purpose.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
