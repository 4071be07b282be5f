import { Button, Select } from '@mantine/core'
import { type AppealView, nameCommission, readAppeal } from '@ochno/contract/appeals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './appeals.module.css'

type Role = AppealView['commission'][number]['role']
const roles: readonly Role[] = ['chair', 'member', 'secretary']

/** Whoever had a part in this exam is shown with what it was, and can not be chosen. */
export function CommissionCard({ view, edits }: { view: AppealView; edits: boolean }) {
  const { t } = useTranslation()
  const naming = useDo(nameCommission, [readAppeal])
  const [chosen, setChosen] = useState<Readonly<Record<string, Role>>>(
    Object.fromEntries(view.commission.map(({ id, role }) => [id, role])),
  )
  const members = view.candidates.flatMap(({ id, tookPart }) => {
    // Who has left meanwhile is chosen no more.
    const role = tookPart === null ? chosen[id] : undefined
    return role ? [{ person: id, role }] : []
  })
  if (!edits)
    return (
      <Card title={t('appeals.commission.title')}>
        <ul className={classes.list}>
          {view.commission.map(({ id, name, role }) => (
            <li key={id}>
              {name} — {t(`appeals.commission.roles.${role}`)}
            </li>
          ))}
        </ul>
      </Card>
    )
  return (
    <Card title={t('appeals.commission.title')} lead={t('appeals.commission.lead', { least: view.least })}>
      <Rows>
        {naming.failure ? <FailureNotice failure={naming.failure} /> : null}
        {view.candidates.length === 0 ? <p>{t('appeals.commission.nobody')}</p> : null}
        {view.candidates.map(({ id, name, tookPart }) => (
          <Select
            key={id}
            label={name}
            description={tookPart ? t(`appeals.commission.tookPart.${tookPart}`) : undefined}
            disabled={tookPart !== null}
            placeholder={t('appeals.commission.none')}
            clearable
            value={tookPart === null ? (chosen[id] ?? null) : null}
            onChange={(role) => {
              const { [id]: _was, ...others } = chosen
              setChosen(role ? { ...others, [id]: role as Role } : others)
            }}
            data={roles.map((role) => ({ value: role, label: t(`appeals.commission.roles.${role}`) }))}
          />
        ))}
        <Bar>
          <Button
            loading={naming.busy}
            disabled={members.length === 0}
            onClick={() => void naming.run({ params: { aid: view.id }, body: { members } })}
          >
            {t('appeals.commission.save')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}
