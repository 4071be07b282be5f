import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { createAccount, listAccounts } from '@ochno/contract/accounts'
import { type Role, roles } from '@ochno/domain/access/table'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import type { Issued } from './invitation-dialog.tsx'
import classes from './person-dialog.module.css'
import { Sheet } from '../../ui/sheet.tsx'

export function PersonDialog({ onClose, onMade }: { onClose: () => void; onMade: (issued: Issued) => void }) {
  const { t } = useTranslation()
  const [fullName, setFullName] = useState('')
  const [login, setLogin] = useState('')
  const [language, setLanguage] = useState<'ru' | 'en'>('ru')
  const [chosen, setChosen] = useState<readonly Role[]>([])
  const [tried, setTried] = useState(false)
  const making = useDo(createAccount, [listAccounts])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen.length) return
    const answer = await making.run({ body: { fullName, login, language, roles: [...chosen] } })
    if (answer.ok) onMade({ person: answer.body.account, ...answer.body.invitation })
  }

  return (
    <Sheet title={t('admin.person.title')} onClose={onClose} size="lg" outside={false}>
      <form onSubmit={submit}>
        <Rows>
          {making.failure ? <FailureNotice failure={making.failure} /> : null}
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
          <Checkbox.Group
            label={t('admin.person.roles')}
            description={t('admin.person.rolesHint')}
            value={[...chosen]}
            onChange={(value) => setChosen(value as Role[])}
            error={tried && !chosen.length ? t('admin.person.needRole') : null}
          >
            <div className={classes.roles}>
              {roles.map((role) => (
                <Checkbox key={role} value={role} label={t(`common.roles.${role}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <NativeSelect
            label={t('admin.person.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'ru')}
            data={[
              { value: 'ru', label: t('common.russian') },
              { value: 'en', label: t('common.english') },
            ]}
          />
          <Bar>
            <Button type="submit" loading={making.busy}>
              {t('admin.person.submit')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Sheet>
  )
}
