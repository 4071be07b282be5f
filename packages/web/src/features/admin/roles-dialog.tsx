import { changeRoles, listAccounts } from '@ochno/contract/accounts'
import { listPeople, type PersonRow } from '@ochno/contract/people'
import { isPupil, type Role } from '@ochno/domain/access/table'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Issued } from './invitation-dialog.tsx'
import { RoleChoice } from './role-choice.tsx'

/** What follows is said before it happens: the person must sign in anew, a pupil made staff needs a new password. */
export function RolesDialog({
  person,
  onClose,
  onIssued,
}: {
  person: PersonRow
  onClose: () => void
  onIssued: (issued: Issued) => void
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<readonly Role[]>(person.roles)
  const [tried, setTried] = useState(false)
  const changing = useDo(changeRoles, [listAccounts, listPeople])
  const becomesStaff = chosen.length > 0 && isPupil(person.roles) && !isPupil(chosen)

  const submit = async () => {
    setTried(true)
    if (!chosen.length) return
    const answer = await changing.run({ params: { id: person.id }, body: { roles: [...chosen] } })
    if (!answer.ok) return
    if (answer.body.invitation) onIssued({ person, ...answer.body.invitation })
    else onClose()
  }

  return (
    <FormSheet
      title={t('admin.roles.title', { name: person.fullName })}
      failure={changing.failure}
      submit={t('admin.roles.submit')}
      busy={changing.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <RoleChoice chosen={chosen} complain={tried} onChange={setChosen} />
      <Notice
        tone={becomesStaff ? 'warn' : 'info'}
        live="status"
        title={t(becomesStaff ? 'admin.roles.newPassword' : 'admin.roles.signsOut')}
      />
    </FormSheet>
  )
}
