import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { russianZones, zoneName } from './zone.ts'

/** The zones of Russia, and the present one if it is another. */
export function ZoneSelect({
  label,
  zone,
  onChange,
}: {
  label: string
  zone: string
  onChange: (zone: string) => void
}) {
  const { i18n } = useTranslation()
  const all = russianZones.some((one) => one === zone) ? russianZones : [zone, ...russianZones]
  return (
    <NativeSelect
      label={label}
      value={zone}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={all.map((one) => ({ value: one, label: zoneName(one, i18n.language, new Date()) }))}
    />
  )
}
