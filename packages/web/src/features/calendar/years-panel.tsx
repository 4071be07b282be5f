import { Button, NativeSelect } from '@mantine/core'
import { addYear, listYears, readYear } from '@ochno/contract/calendar'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { ChangesCard } from './changes-card.tsx'
import { DayDialog } from './day-dialog.tsx'
import { YearView } from './year-view.tsx'

export function YearsPanel() {
  const years = useLoad(listYears, {})
  return (
    <LoadView load={years} rows={8}>
      {(known) => <Years known={known} />}
    </LoadView>
  )
}

function Years({ known }: { known: ReplyOf<typeof listYears> }) {
  const { t } = useTranslation()
  const me = useMe()
  const manages = me.is === 'ready' && may(me.value, 'calendar.manage')
  const thisYear = Number(known.today.slice(0, 4))
  const [chosen, setChosen] = useState(() => {
    const all = known.rows.map((row) => row.year)
    return all.includes(thisYear) ? thisYear : (all.at(-1) ?? thisYear)
  })
  const [day, setDay] = useState<string | null>(null)
  const year = useLoad(readYear, { params: { year: chosen } })
  const adding = useDo(addYear, [listYears, readYear])
  const { next } = known
  const add = async (number: number) => {
    const answer = await adding.run({ params: { year: number } })
    if (answer.ok) setChosen(number)
  }
  return (
    <Rows>
      <Card>
        <Rows>
          {adding.failure ? <FailureNotice failure={adding.failure} /> : null}
          <Bar>
            <NativeSelect
              aria-label={t('calendar.year')}
              value={String(chosen)}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
              data={known.rows.map((row) => String(row.year))}
            />
            {chosen === thisYear ? (
              <Button
                variant="subtle"
                onClick={() =>
                  document.querySelector('[aria-current="date"]')?.scrollIntoView({ block: 'center' })
                }
              >
                {t('calendar.toToday')}
              </Button>
            ) : null}
            {manages && next ? (
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden />}
                loading={adding.busy}
                onClick={() => void add(next)}
              >
                {t('calendar.addYear', { year: next })}
              </Button>
            ) : null}
          </Bar>
          <LoadView load={year} rows={8}>
            {(value) => <YearView year={value} today={known.today} onDay={manages ? setDay : null} />}
          </LoadView>
        </Rows>
      </Card>
      {year.is === 'ready' ? <ChangesCard year={year.value} manages={manages} onDay={setDay} /> : null}
      {day && year.is === 'ready' ? (
        <DayDialog key={day} day={day} year={year.value} onClose={() => setDay(null)} />
      ) : null}
    </Rows>
  )
}
