import { Button, NativeSelect, Pagination, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { disableAccount, enableAccount, inviteAgain, listAccounts } from '@ochno/contract/accounts'
import { listGroups, listPeople, PEOPLE_PAGE, type PersonRow } from '@ochno/contract/people'
import { type Role, roles } from '@ochno/domain/access/table'
import { Link } from '@tanstack/react-router'
import { IconFileImport, IconSearch, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranches } from '../../api/branches.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Columns, Page, Rows } from '../../ui/page.tsx'
import { ForgetFactorsDialog } from './forget-factors-dialog.tsx'
import { InvitationDialog, type Issued } from './invitation-dialog.tsx'
import { PeopleView } from './people-view.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { RolesDialog } from './roles-dialog.tsx'

/** Who may sign in. Links are issued here and shown once. */
export function PeoplePage() {
  const { t } = useTranslation()
  const me = useMe()
  const [find, setFind] = useState('')
  const [asked] = useDebouncedValue(find.trim(), 250)
  const [group, setGroup] = useState('')
  const [role, setRole] = useState('')
  const branches = useBranches()
  const [branch, setBranch] = useState('')
  const [page, setPage] = useState(1)
  const groups = useLoad(listGroups, {})
  const people = useLoad(listPeople, {
    query: {
      ...(asked ? { find: asked } : {}),
      ...(group ? { group } : {}),
      ...(role ? { role: role as Role } : {}),
      ...(branch ? { branch } : {}),
      ...(page > 1 ? { page } : {}),
    },
  })
  const inviting = useDo(inviteAgain, [listAccounts, listPeople])
  const disabling = useDo(disableAccount, [listAccounts, listPeople])
  const enabling = useDo(enableAccount, [listAccounts, listPeople])
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<Issued | null>(null)
  const [regrading, setRegrading] = useState<PersonRow | null>(null)
  const [forgetting, setForgetting] = useState<PersonRow | null>(null)
  const [closing, setClosing] = useState<PersonRow | null>(null)
  const failure = inviting.failure ?? disabling.failure ?? enabling.failure

  const invite = async (person: PersonRow) => {
    const answer = await inviting.run({ params: { id: person.id } })
    if (answer.ok) setIssued({ person, ...answer.body.invitation })
  }
  const disable = async () => {
    if (!closing) return
    await disabling.run({ params: { id: closing.id } })
    setClosing(null)
  }

  return (
    <Page
      title={t('admin.people.title')}
      lead={t('admin.people.lead')}
      actions={
        <>
          <Button
            component={Link}
            to="/groups"
            variant="default"
            leftSection={<IconUsersGroup size={18} aria-hidden />}
          >
            {t('people.groups.title')}
          </Button>
          <Button
            component={Link}
            to="/people/import"
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
          >
            {t('people.import.title')}
          </Button>
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.people.add')}
          </Button>
        </>
      }
    >
      <Card>
        <Rows>
          <TextInput
            type="search"
            aria-label={t('admin.people.search')}
            placeholder={t('admin.people.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={find}
            onChange={(event) => {
              setFind(event.currentTarget.value)
              setPage(1)
            }}
          />
          <Columns>
            <NativeSelect
              label={t('people.group')}
              value={group}
              onChange={(event) => {
                setGroup(event.currentTarget.value)
                setPage(1)
              }}
              data={[
                { value: '', label: t('people.anyGroup') },
                ...(groups.is === 'ready' ? groups.value.rows : []).map(({ id, name }) => ({
                  value: id,
                  label: name,
                })),
              ]}
            />
            <NativeSelect
              label={t('people.role')}
              value={role}
              onChange={(event) => {
                setRole(event.currentTarget.value)
                setPage(1)
              }}
              data={[
                { value: '', label: t('people.anyRole') },
                ...roles.map((one) => ({ value: one, label: t(`common.roles.${one}`) })),
              ]}
            />
            <BranchFilter
              branches={branches}
              value={branch}
              onChange={(chosen) => {
                setBranch(chosen)
                setPage(1)
              }}
            />
          </Columns>
          {failure ? <FailureNotice failure={failure} /> : null}
          <LoadView load={people} rows={6}>
            {({ rows, total }) => (
              <>
                <PeopleView
                  rows={rows}
                  total={total}
                  searched={asked.length > 0 || group !== '' || role !== '' || branch !== ''}
                  branches={branches.length > 0}
                  self={me.is === 'ready' ? me.value.account : null}
                  onInvite={(person) => void invite(person)}
                  onRoles={setRegrading}
                  onForget={setForgetting}
                  onDisable={setClosing}
                  onEnable={(person) => void enabling.run({ params: { id: person.id } })}
                />
                {total > PEOPLE_PAGE ? (
                  <Pagination
                    total={Math.ceil(total / PEOPLE_PAGE)}
                    value={page}
                    onChange={setPage}
                    getControlProps={(control) => ({ 'aria-label': t(`people.pages.${control}`) })}
                    getItemProps={(n) => ({ 'aria-label': t('people.pages.page', { n }) })}
                  />
                ) : null}
              </>
            )}
          </LoadView>
        </Rows>
      </Card>
      {adding ? (
        <PersonDialog
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false)
            setIssued(made)
          }}
        />
      ) : null}
      {forgetting ? <ForgetFactorsDialog person={forgetting} onClose={() => setForgetting(null)} /> : null}
      {regrading ? (
        <RolesDialog
          person={regrading}
          onClose={() => setRegrading(null)}
          onIssued={(made) => {
            setRegrading(null)
            setIssued(made)
          }}
        />
      ) : null}
      {issued ? (
        <InvitationDialog
          issued={issued}
          zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
          onClose={() => setIssued(null)}
        />
      ) : null}
      <Dialog
        opened={closing !== null}
        title={t('admin.people.disableTitle')}
        confirm={t('admin.people.disable')}
        busy={disabling.busy}
        danger
        onConfirm={() => void disable()}
        onClose={() => setClosing(null)}
      >
        {closing ? t('admin.people.disableText', { name: closing.fullName }) : null}
      </Dialog>
    </Page>
  )
}
