import { Button, NativeSelect, TextInput } from '@mantine/core'
import { listGroups } from '@ochno/contract/people-groups'
import {
  changePerson,
  type LinkView,
  linkParent,
  listPeople,
  type PersonCard,
  readPerson,
  unlinkParent,
} from '@ochno/contract/people'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Columns, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import { BranchCard, LeadCard } from './branch-card.tsx'
import { dayWords } from './day.ts'
import { EmailCard } from './email-card.tsx'
import { LinkDialog } from './link-dialog.tsx'

/** The card of one person: group, birthday, learner id, parents and children. */
export function PersonPage() {
  const { t } = useTranslation()
  const { person: id } = useParams({ strict: false }) as { person: string }
  const person = useLoad(readPerson, { params: { id } })
  return (
    <LoadView load={person} rows={5}>
      {(card) => (
        <Page
          title={card.fullName}
          lead={`${card.login}, ${card.roles.map((role) => t(`common.roles.${role}`).toLowerCase()).join(', ')}`}
          actions={
            <Button component={Link} to="/people" variant="default">
              {t('people.card.back')}
            </Button>
          }
        >
          <Rows gap="lg">
            <Facts key={`${card.born} ${card.learnerId} ${card.group?.id}`} card={card} />
            <EmailCard card={card} />
            <BranchCard key={`${card.ownBranch} ${card.onlyBranch}`} card={card} />
            <LeadCard card={card} />
            {card.roles.includes('examinee') ? <Parents card={card} /> : null}
            {card.children.length ? (
              <Card title={t('people.card.children')}>
                <Links rows={card.children} label={t('people.card.children')} />
              </Card>
            ) : null}
          </Rows>
        </Page>
      )}
    </LoadView>
  )
}

function Facts({ card }: { card: PersonCard }) {
  const { t } = useTranslation()
  const groups = useLoad(listGroups, {})
  const changing = useDo(changePerson, [readPerson, listPeople, listGroups])
  const [group, setGroup] = useState<string>(card.group?.id ?? '')
  const [born, setBorn] = useState(card.born ?? '')
  const [learnerId, setLearnerId] = useState(card.learnerId ?? '')
  const given = {
    ...(group === (card.group?.id ?? '') ? {} : { group: group === '' ? null : group }),
    ...(born === '' || born === card.born ? {} : { born }),
    ...(card.learnerId !== null || learnerId.trim() === '' ? {} : { learnerId }),
  }
  return (
    <Card title={t('people.card.facts')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void changing.run({ params: { id: card.id }, body: given })
        }}
      >
        <Rows>
          {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
          <Columns>
            <NativeSelect
              label={t('people.group')}
              value={group}
              onChange={(event) => setGroup(event.currentTarget.value)}
              data={[
                { value: '', label: t('people.card.noGroup') },
                ...(groups.is === 'ready' ? groups.value.rows : card.group ? [card.group] : []).map(
                  ({ id, name }) => ({ value: id, label: name }),
                ),
              ]}
            />
            <TextInput
              type="date"
              label={t('people.born')}
              value={born}
              onChange={(event) => setBorn(event.currentTarget.value)}
            />
            <TextInput
              label={t('people.learnerId')}
              description={t(
                card.learnerId === null ? 'people.card.learnerIdOnce' : 'people.card.learnerIdKept',
              )}
              value={learnerId}
              readOnly={card.learnerId !== null}
              maxLength={64}
              onChange={(event) => setLearnerId(event.currentTarget.value)}
            />
          </Columns>
          <Bar>
            <Button type="submit" loading={changing.busy} disabled={Object.keys(given).length === 0}>
              {t('people.save')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}

function Parents({ card }: { card: PersonCard }) {
  const { t } = useTranslation()
  const linking = useDo(linkParent, [readPerson])
  const unlinking = useDo(unlinkParent, [readPerson])
  const [adding, setAdding] = useState<LinkView | 'new' | null>(null)
  const link = async (parent: string, proof: string) => {
    const answer = await linking.run({ params: { id: card.id, parent }, body: { proof } })
    if (answer.ok) setAdding(null)
  }
  return (
    <Card
      title={t('people.card.parents')}
      lead={t(card.parents.length ? 'people.card.parentsLead' : 'people.card.noParents')}
      actions={
        <Button variant="default" onClick={() => setAdding('new')}>
          {t('people.card.addParent')}
        </Button>
      }
    >
      {unlinking.failure ? <FailureNotice failure={unlinking.failure} /> : null}
      {card.parents.length ? (
        <Links
          rows={card.parents}
          label={t('people.card.parents')}
          onVerify={setAdding}
          onEnd={(parent) => void unlinking.run({ params: { id: card.id, parent: parent.id } })}
        />
      ) : null}
      {adding ? (
        <LinkDialog
          known={adding === 'new' ? null : adding}
          busy={linking.busy}
          failure={linking.failure}
          onLink={(parent, proof) => void link(parent, proof)}
          onClose={() => {
            linking.forget()
            setAdding(null)
          }}
        />
      ) : null}
    </Card>
  )
}

const tones = {
  holds: 'ok',
  not_verified: 'warn',
  no_birthday: 'warn',
  over: 'idle',
} as const satisfies Record<LinkView['standing'], Tone>

function Links({
  rows,
  label,
  onVerify,
  onEnd,
}: {
  rows: readonly LinkView[]
  label: string
  onVerify?: (link: LinkView) => void
  onEnd?: (link: LinkView) => void
}) {
  const { t, i18n } = useTranslation()
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('admin.people.name'),
          cell: ({ id, fullName }) => <Link to={`/people/${id}`}>{fullName}</Link>,
        },
        { name: t('people.card.proof'), cell: ({ proof }) => proof },
        {
          name: t('admin.people.state'),
          cell: ({ standing }) => (
            <StateMark tone={tones[standing]} word={t(`people.standing.${standing}`)} />
          ),
        },
        {
          name: t('people.card.endsOn'),
          cell: ({ endsOn }) => (endsOn ? dayWords(endsOn, i18n.language) : t('people.none')),
        },
        ...(onVerify && onEnd
          ? [
              {
                name: t('admin.people.actions'),
                quiet: true,
                cell: (link: LinkView) =>
                  link.standing === 'over' ? null : (
                    <Bar>
                      {link.standing === 'not_verified' ? (
                        <Button size="xs" onClick={() => onVerify(link)}>
                          {t('people.card.verify')}
                        </Button>
                      ) : null}
                      <Button size="xs" variant="default" onClick={() => onEnd(link)}>
                        {t('people.card.end')}
                      </Button>
                    </Bar>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
