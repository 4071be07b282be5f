import { Button, NativeSelect, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core'
import { type MailView, readMail, readMyEmail, removeMail, saveMail } from '@ochno/contract/mail'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Columns, Rows } from '../../ui/page.tsx'

type Server = NonNullable<MailView['server']>
type Security = Server['security']

const securities = ['tls', 'starttls', 'none'] as const satisfies readonly Security[]
const usualPort = { tls: 465, starttls: 587, none: 25 } as const satisfies Record<Security, number>

const fresh = (institution: string): Server => ({
  host: '',
  port: usualPort.tls,
  security: 'tls',
  user: null,
  sender: '',
  senderName: institution,
  quiet: { from: '22:00', until: '07:00' },
  hasPassword: false,
})

export function ServerForm({
  server,
  institution,
  onSaved,
  onRemoved,
}: {
  server: Server | null
  institution: string
  onSaved: () => void
  onRemoved: () => void
}) {
  const { t } = useTranslation()
  const saving = useDo(saveMail, [readMail, readMyEmail])
  const removing = useDo(removeMail, [readMail, readMyEmail])
  const [asking, setAsking] = useState(false)
  const [given, setGiven] = useState<Server>(server ?? fresh(institution))
  const [password, setPassword] = useState('')
  const [saved, setSaved] = useState(false)
  const set = (changed: Partial<Server>) => {
    setSaved(false)
    setGiven({ ...given, ...changed })
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { hasPassword: _, ...body } = given
    const user = body.user?.trim() ? body.user : null
    setSaved(false)
    const answer = await saving.run({ body: { ...body, user, ...(password === '' ? {} : { password }) } })
    if (!answer.ok) return
    setGiven(answer.body.server ?? given)
    setPassword('')
    setSaved(true)
    onSaved()
  }
  const remove = async () => {
    const answer = await removing.run({})
    setAsking(false)
    if (answer.ok) onRemoved()
  }
  return (
    <Card title={t('mail.server')}>
      <form onSubmit={submit}>
        <Rows>
          {saving.failure ? <FailureNotice failure={saving.failure} /> : null}
          {removing.failure ? <FailureNotice failure={removing.failure} /> : null}
          <TextInput
            label={t('mail.host')}
            description={t('mail.hostHint')}
            value={given.host}
            onChange={(event) => set({ host: event.currentTarget.value.trim() })}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={253}
            required
            withAsterisk={false}
          />
          <Columns>
            <NativeSelect
              label={t('mail.security')}
              value={given.security}
              data={securities.map((value) => ({ value, label: t(`mail.securities.${value}`) }))}
              onChange={(event) => {
                const security = securities.find((one) => one === event.currentTarget.value) ?? 'tls'
                set({
                  security,
                  port: given.port === usualPort[given.security] ? usualPort[security] : given.port,
                })
              }}
            />
            <NumberInput
              label={t('mail.port')}
              value={given.port}
              onChange={(port) => set({ port: Number(port) })}
              min={1}
              max={65_535}
              allowDecimal={false}
              hideControls
              required
              withAsterisk={false}
            />
          </Columns>
          {given.security === 'none' ? <Notice tone="warn" live="status" title={t('mail.clear')} /> : null}
          <TextInput
            label={t('mail.user')}
            description={t('mail.userHint')}
            value={given.user ?? ''}
            onChange={(event) => set({ user: event.currentTarget.value })}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
          />
          {given.user ? (
            <PasswordInput
              label={t('mail.password')}
              description={t(given.hasPassword ? 'mail.passwordKept' : 'mail.passwordHint')}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="new-password"
              maxLength={500}
              visibilityToggleButtonProps={{
                'aria-label': t('mail.showPassword'),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            />
          ) : null}
          <Columns>
            <TextInput
              type="email"
              label={t('mail.sender')}
              description={t('mail.senderHint')}
              value={given.sender}
              onChange={(event) => set({ sender: event.currentTarget.value.trim() })}
              required
              withAsterisk={false}
            />
            <TextInput
              label={t('mail.senderName')}
              value={given.senderName}
              onChange={(event) => set({ senderName: event.currentTarget.value })}
              maxLength={200}
              required
              withAsterisk={false}
            />
          </Columns>
          <Quiet quiet={given.quiet} onChange={(quiet) => set({ quiet })} />
          {saved ? (
            <Notice tone="ok" live="status" title={t('mail.saved')}>
              {t('mail.savedText')}
            </Notice>
          ) : null}
          <Bar>
            <Button type="submit" loading={saving.busy}>
              {t('mail.save')}
            </Button>
            {server ? (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('mail.remove')}
              </Button>
            ) : null}
          </Bar>
        </Rows>
      </form>
      <Dialog
        opened={asking}
        title={t('mail.removeTitle')}
        confirm={t('mail.remove')}
        busy={removing.busy}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      >
        {t('mail.removeText')}
      </Dialog>
    </Card>
  )
}

function Quiet({ quiet, onChange }: { quiet: Server['quiet']; onChange: (quiet: Server['quiet']) => void }) {
  const { t } = useTranslation()
  return (
    <Rows>
      <Switch
        label={t('mail.quietOn')}
        description={t('mail.quietText')}
        checked={quiet !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { from: '22:00', until: '07:00' } : null)}
      />
      {quiet ? (
        <Columns>
          <TextInput
            type="time"
            label={t('mail.from')}
            value={quiet.from}
            onChange={(event) => onChange({ ...quiet, from: event.currentTarget.value })}
            required
            withAsterisk={false}
          />
          <TextInput
            type="time"
            label={t('mail.until')}
            value={quiet.until}
            onChange={(event) => onChange({ ...quiet, until: event.currentTarget.value })}
            required
            withAsterisk={false}
          />
        </Columns>
      ) : null}
    </Rows>
  )
}
