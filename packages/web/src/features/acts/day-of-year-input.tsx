import { Input, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './acts.module.css'

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const two = (number: number): string => String(number).padStart(2, '0')

/** A day without a year, `09-01`. */
export function DayOfYearInput({
  typed,
  onType,
  label,
  description,
}: {
  typed: string
  onType: (typed: string) => void
  label: string
  description: string | undefined
}) {
  const { t, i18n } = useTranslation()
  const [month = '', day = ''] = typed.split('-')
  const days = LONGEST[Number(month) - 1] ?? 31
  const monthName = (at: number): string =>
    new Date(Date.UTC(2024, at, 1)).toLocaleDateString(i18n.language, { month: 'long', timeZone: 'UTC' })
  const choose = { value: '', label: t('acts.decide.choose') }
  return (
    <Input.Wrapper label={label} description={description} labelElement="div">
      <div className={classes.fields}>
        <NativeSelect
          label={t('actEditing.values.month')}
          value={month}
          onChange={(event) => onType(`${event.currentTarget.value}-${day || '01'}`)}
          data={[choose, ...LONGEST.map((_, at) => ({ value: two(at + 1), label: monthName(at) }))]}
        />
        <NativeSelect
          label={t('actEditing.values.day')}
          value={day}
          onChange={(event) => onType(`${month || '01'}-${event.currentTarget.value}`)}
          data={[
            choose,
            ...Array.from({ length: days }, (_, at) => ({ value: two(at + 1), label: String(at + 1) })),
          ]}
        />
      </div>
    </Input.Wrapper>
  )
}
