import { NativeSelect, TextInput } from '@mantine/core'
import { createAccount, listAccounts } from '@ochno/contract/accounts'
import { listPeople } from '@ochno/contract/people'
import type { Role } from '@ochno/domain/access/table'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import type { Issued } from './invitation-dialog.tsx'
import { RoleChoice } from './role-choice.tsx'

export function PersonDialog({ onClose, onMade }: { onClose: () => void; onMade: (issued: Issued) => void }) {
  const { t } = useTranslation()
  const [fullName, setFullName] = useState('')
  const [login, setLogin] = useState('')
  const [language, setLanguage] = useState<'ru' | 'en'>('ru')
  const [chosen, setChosen] = useState<readonly Role[]>([])
  const [tried, setTried] = useState(false)
  const making = useDo(createAccount, [listAccounts, listPeople])

  const submit = async () => {
    setTried(true)
    if (!chosen.length) return
    const answer = await making.run({ body: { fullName, login, language, roles: [...chosen] } })
    if (answer.ok) onMade({ person: answer.body.account, ...answer.body.invitation })
  }

  return (
    <FormSheet
      title={t('admin.person.title')}
      failure={making.failure}
      submit={t('admin.person.submit')}
      busy={making.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('admin.person.fullName')}
        value={fullName}
        onChange={(event) => setFullName(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('admin.person.login')}
        description={t('admin.person.loginHint')}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <RoleChoice chosen={chosen} complain={tried} onChange={setChosen} />
      <NativeSelect
        label={t('admin.person.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'ru')}
        data={[
          { value: 'ru', label: t('common.russian') },
          { value: 'en', label: t('common.english') },
        ]}
      />
    </FormSheet>
  )
}
