import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { type AccountView, listAccounts } from '@ochno/contract/accounts'
import { applyPlan, type PlanView, planExam, readSchedule, rehearseExam } from '@ochno/contract/exam-schedule'
import { type ExamView, listExams, readExam } from '@ochno/contract/exams'
import { listSessions } from '@ochno/contract/sessions'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import classes from './exams.module.css'
import { GroupSelect } from './group-select.tsx'
import { PlanProposal } from './plan-proposal.tsx'
import { fromZoned, toZoned } from '../../api/zoned.ts'

type Someone = Pick<AccountView, 'id' | 'fullName' | 'login' | 'state'>

/** People into slots by themselves: choose, look at what comes out, then make it so. */
export function PlanDialog({
  exam,
  taken,
  zone,
  onClose,
}: {
  exam: ExamView
  taken: readonly string[]
  zone: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const people = useLoad(listAccounts, { query: { role: 'examinee' } })
  const proctors = useLoad(listAccounts, { query: { role: 'proctor' } })
  const looking = useDo(planExam)
  const applying = useDo(applyPlan, [listSessions, readSchedule, listExams, readExam, rehearseExam])
  const [chosen, setChosen] = useState<readonly string[]>([])
  /** Of groups: the list of accounts is not endless. */
  const [members, setMembers] = useState<readonly Someone[]>([])
  const [watchers, setWatchers] = useState<readonly string[]>([])
  const [first, setFirst] = useState(toZoned(exam.opensAt, zone))
  const [windowMinutes, setWindow] = useState(15)
  const [betweenMinutes, setBetween] = useState(15)
  const [proposal, setProposal] = useState<PlanView | null>(null)

  const mark = (people: readonly Someone[]) => {
    setMembers((before) => [...before, ...people.filter(({ id }) => !before.some((one) => one.id === id))])
    setChosen((before) => [...new Set([...before, ...people.map(({ id }) => id as string)])])
  }
  const body = (rows: readonly Someone[], staff: readonly Someone[]) => ({
    examinees: rows.filter(({ id }) => chosen.includes(id)).map(({ id }) => id),
    proctors: staff.filter(({ id }) => watchers.includes(id)).map(({ id }) => id),
    first: fromZoned(first, zone),
    windowMinutes,
    betweenMinutes,
  })
  const look = async (given: ReturnType<typeof body>) => {
    applying.forget()
    const answer = await looking.run({ params: { eid: exam.id }, body: given })
    setProposal(answer.ok ? answer.body : null)
  }
  const apply = async (given: ReturnType<typeof body>, { digest }: PlanView) => {
    const answer = await applying.run({ params: { eid: exam.id }, body: { ...given, digest } })
    if (answer.ok) return onClose()
    if (answer.failure.code === 'plan_changed') await look(given)
  }

  return (
    <Sheet title={t('examCard.plan.title')} onClose={onClose} size="lg" outside={false}>
      <LoadView load={people} rows={5}>
        {({ rows }) => {
          const known = new Set<string>(rows.map(({ id }) => id))
          const free = [...rows, ...members.filter(({ id }) => !known.has(id))].filter(
            ({ id, state }) => !taken.includes(id) && state !== 'disabled',
          )
          const staff =
            proctors.is === 'ready' ? proctors.value.rows.filter(({ state }) => state !== 'disabled') : []
          const given = body(free, staff)
          const failure = applying.failure ?? looking.failure
          if (proposal)
            return (
              <Rows>
                {failure ? <FailureNotice failure={failure} /> : null}
                <PlanProposal plan={proposal} zone={zone} />
                <Bar>
                  <Button
                    disabled={proposal.slots.length === 0}
                    loading={applying.busy || looking.busy}
                    onClick={() => void apply(given, proposal)}
                  >
                    {proposal.slots.length === 0
                      ? t('examCard.plan.none')
                      : t('examCard.plan.apply', {
                          count: proposal.slots.reduce((sum, { seats }) => sum + seats.length, 0),
                        })}
                  </Button>
                  <Button variant="default" onClick={() => setProposal(null)}>
                    {t('examCard.plan.again')}
                  </Button>
                </Bar>
              </Rows>
            )
          return (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void look(given)
              }}
            >
              <Rows>
                {failure ? <FailureNotice failure={failure} /> : null}
                <GroupSelect onMembers={mark} />
                <PickPeople
                  label={t('examCard.plan.who')}
                  people={free}
                  chosen={chosen}
                  onChoose={setChosen}
                  searched
                />
                <PickPeople
                  label={t('examCard.plan.proctors')}
                  hint={t('examCard.plan.proctorsHint')}
                  people={staff}
                  chosen={watchers}
                  onChoose={setWatchers}
                />
                <div className={classes.fields}>
                  <TextInput
                    type="datetime-local"
                    label={t('examCard.plan.first')}
                    value={first}
                    onChange={(event) => setFirst(event.currentTarget.value)}
                    required
                    withAsterisk={false}
                  />
                  <Minutes
                    label={t('examCard.plan.window')}
                    value={windowMinutes}
                    min={1}
                    onChange={setWindow}
                  />
                  <Minutes
                    label={t('examCard.plan.between')}
                    value={betweenMinutes}
                    min={0}
                    onChange={setBetween}
                  />
                </div>
                <Bar>
                  <Button type="submit" disabled={given.examinees.length === 0} loading={looking.busy}>
                    {t('examCard.plan.look')}
                  </Button>
                  <Button variant="default" onClick={onClose}>
                    {t('common.cancel')}
                  </Button>
                </Bar>
              </Rows>
            </form>
          )
        }}
      </LoadView>
    </Sheet>
  )
}

function Minutes({
  label,
  value,
  min,
  onChange,
}: {
  label: string
  value: number
  min: number
  onChange: (minutes: number) => void
}) {
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={(next) => onChange(typeof next === 'number' ? next : min)}
      min={min}
      max={600}
      allowDecimal={false}
      hideControls
    />
  )
}

function PickPeople({
  label,
  hint,
  people,
  chosen,
  onChoose,
  searched = false,
}: {
  label: string
  hint?: string
  people: readonly Someone[]
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
  searched?: boolean
}) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const shown = people.filter(({ fullName, login }) =>
    `${fullName} ${login}`.toLowerCase().includes(find.trim().toLowerCase()),
  )
  const ids = shown.map(({ id }) => id as string)
  const every = ids.length > 0 && ids.every((id) => chosen.includes(id))
  return (
    <Rows gap="sm">
      {searched ? (
        <TextInput
          type="search"
          aria-label={t('examCard.plan.search')}
          placeholder={t('examCard.plan.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          data-autofocus
        />
      ) : null}
      <Checkbox.Group label={label} description={hint} value={[...chosen]} onChange={(now) => onChoose(now)}>
        <div className={classes.people}>
          {shown.map(({ id, fullName, login }) => (
            <Checkbox key={id} value={id} label={`${fullName} (${login})`} />
          ))}
        </div>
      </Checkbox.Group>
      {ids.length > 1 ? (
        <Bar>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              onChoose(every ? chosen.filter((id) => !ids.includes(id)) : [...new Set([...chosen, ...ids])])
            }
          >
            {every ? t('examCard.plan.nobody') : t('examCard.plan.all', { count: ids.length })}
          </Button>
        </Bar>
      ) : null}
    </Rows>
  )
}
