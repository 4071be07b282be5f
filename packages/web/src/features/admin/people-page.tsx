import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  type AccountView,
  disableAccount,
  enableAccount,
  inviteAgain,
  listAccounts,
} from '@ochno/contract/accounts'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
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
  const people = useLoad(listAccounts, { query: asked ? { find: asked } : {} })
  const inviting = useDo(inviteAgain, [listAccounts])
  const disabling = useDo(disableAccount, [listAccounts])
  const enabling = useDo(enableAccount, [listAccounts])
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<Issued | null>(null)
  const [regrading, setRegrading] = useState<AccountView | null>(null)
  const [closing, setClosing] = useState<AccountView | null>(null)
  const failure = inviting.failure ?? disabling.failure ?? enabling.failure

  const invite = async (person: AccountView) => {
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
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('admin.people.add')}
        </Button>
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
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          {failure ? <FailureNotice failure={failure} /> : null}
          <LoadView load={people} rows={6}>
            {({ rows }) => (
              <PeopleView
                rows={rows}
                searched={asked.length > 0}
                self={me.is === 'ready' ? me.value.account : null}
                onInvite={(person) => void invite(person)}
                onRoles={setRegrading}
                onDisable={setClosing}
                onEnable={(person) => void enabling.run({ params: { id: person.id } })}
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
