import { Button, NativeSelect } from '@mantine/core'
import { useCallbackRef } from '@mantine/hooks'
import { disableAccount, enableAccount, inviteAgain, listAccounts } from '@ochno/contract/accounts'
import { groupId, listGroups } from '@ochno/contract/people-groups'
import { listPeople, type PersonRow } from '@ochno/contract/people'
import { type Role, roles } from '@ochno/domain/access/table'
import { Link } from '@tanstack/react-router'
import { IconFileImport, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../api/address-state.ts'
import { useBranches } from '../../api/branches.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FindInput } from '../../ui/find-input.tsx'
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
  const [asked, setAsked] = useAddressState('find')
  const [group, setGroup] = useAddressState('group')
  const [role, setRole] = useAddressState('role')
  const branches = useBranches()
  const [branch, setBranch] = useAddressState('branch')
  const groups = useLoad(listGroups, {})
  // An address is typed by people, too: what is no narrowing of ours narrows nothing.
  const people = usePages(
    listPeople,
    {
      query: {
        ...(asked ? { find: asked } : {}),
        ...(groupId.safeParse(group).success ? { group } : {}),
        ...(roles.includes(role as Role) ? { role: role as Role } : {}),
        ...(branches.some(({ id }) => id === branch) ? { branch } : {}),
      },
    },
    ({ id }) => id,
  )
  const inviting = useDo(inviteAgain, [listAccounts, listPeople])
  const disabling = useDo(disableAccount, [listAccounts, listPeople])
  const enabling = useDo(enableAccount, [listAccounts, listPeople])
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<Issued | null>(null)
  const [regrading, setRegrading] = useState<PersonRow | null>(null)
  const [forgetting, setForgetting] = useState<PersonRow | null>(null)
  const [closing, setClosing] = useState<PersonRow | null>(null)
  const failure = inviting.failure ?? disabling.failure ?? enabling.failure

  const invite = useCallbackRef(async (person: PersonRow) => {
    const answer = await inviting.run({ params: { id: person.id } })
    if (answer.ok) setIssued({ person, ...answer.body.invitation })
  })
  const enable = useCallbackRef((person: PersonRow) => void enabling.run({ params: { id: person.id } }))
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
          <FindInput label={t('admin.people.search')} value={asked} onFind={setAsked} />
          <Columns>
            <NativeSelect
              label={t('people.group')}
              value={group}
              onChange={(event) => setGroup(event.currentTarget.value)}
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
              onChange={(event) => setRole(event.currentTarget.value)}
              data={[
                { value: '', label: t('people.anyRole') },
                ...roles.map((one) => ({ value: one, label: t(`common.roles.${one}`) })),
              ]}
            />
            <BranchFilter branches={branches} value={branch} onChange={setBranch} />
          </Columns>
          {failure ? <FailureNotice failure={failure} /> : null}
          <LoadView load={people} rows={6}>
            {({ rows, more }) => (
              <PeopleView
                rows={rows}
                more={more}
                searched={asked.length > 0 || group !== '' || role !== '' || branch !== ''}
                branches={branches.length > 0}
                self={me.is === 'ready' ? me.value.account : null}
                onInvite={invite}
                onRoles={setRegrading}
                onForget={setForgetting}
                onDisable={setClosing}
                onEnable={enable}
              />
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
