import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { listGroups } from '@ochno/contract/people-groups'
import { listPeople, type PersonCard, placePerson, readPerson, setLead } from '@ochno/contract/people'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** 004 3.10: who leads the teachers and methodists. */
export function LeadCard({ card }: { card: PersonCard }) {
  const { t } = useTranslation()
  const setting = useDo(setLead, [readPerson])
  if (card.leads === null) return null
  return (
    <Card title={t('people.lead.title')} lead={t('people.lead.text')}>
      <Rows>
        {setting.failure ? <FailureNotice failure={setting.failure} /> : null}
        <Checkbox
          label={t('people.lead.is')}
          checked={card.leads}
          disabled={setting.busy}
          onChange={(event) =>
            void setting.run({ params: { id: card.id }, body: { leads: event.currentTarget.checked } })
          }
        />
      </Rows>
    </Card>
  )
}

/** Where a person belongs, and whether a member of staff is shown that branch alone. */
export function BranchCard({ card }: { card: PersonCard }) {
  const { t } = useTranslation()
  const placing = useDo(placePerson, [readPerson, listPeople, listGroups])
  const [branch, setBranch] = useState(card.ownBranch ?? '')
  const [only, setOnly] = useState(card.onlyBranch === 'yes')
  if (card.branches.length === 0) return null
  const staff = card.onlyBranch !== 'never'
  const kept = branch !== '' && only
  const same = branch === (card.ownBranch ?? '') && kept === (card.onlyBranch === 'yes')
  const inherited = card.ownBranch === null && card.branch ? card.branch.name : null
  return (
    <Card
      title={t('people.branch.one')}
      lead={inherited ? t('people.branch.ofGroup', { name: inherited }) : t('people.branch.lead')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void placing.run({ params: { id: card.id }, body: { branch: branch || null, only: kept } })
        }}
      >
        <Rows>
          {placing.failure ? <FailureNotice failure={placing.failure} /> : null}
          <NativeSelect
            label={t('people.branch.one')}
            value={branch}
            onChange={(event) => setBranch(event.currentTarget.value)}
            data={[
              { value: '', label: t(inherited ? 'people.branch.asGroup' : 'people.branch.head') },
              ...card.branches.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {staff ? (
            <Checkbox
              label={t('people.branch.only')}
              description={t('people.branch.onlyHint')}
              checked={kept}
              disabled={branch === ''}
              onChange={(event) => setOnly(event.currentTarget.checked)}
            />
          ) : null}
          <Bar>
            <Button type="submit" loading={placing.busy} disabled={same}>
              {t('people.save')}
            </Button>
            {inherited ? (
              <Button component={Link} to="/institution" variant="subtle">
                {t('people.branch.groups')}
              </Button>
            ) : null}
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
