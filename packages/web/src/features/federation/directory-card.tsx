import { Button, Textarea } from '@mantine/core'
import {
  type FederationView,
  markDirectory,
  readFederation,
  unmarkDirectory,
} from '@ochno/contract/federation'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** Whose password the directory keeps. */
export function DirectoryCard({ rows }: { rows: FederationView['directory'] }) {
  const { t } = useTranslation()
  const marking = useDo(markDirectory, [readFederation])
  const unmarking = useDo(unmarkDirectory, [readFederation])
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<ReplyOf<typeof markDirectory> | null>(null)
  const logins = typed.split(/[\s,;]+/).filter(Boolean)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAnswer(null)
    const marked = await marking.run({ body: { logins } })
    if (!marked.ok) return
    setAnswer(marked.body)
    setTyped('')
  }
  const failure = marking.failure ?? unmarking.failure
  return (
    <Card title={t('federation.people.title')} lead={t('federation.people.lead')}>
      <form onSubmit={submit}>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          <Textarea
            label={t('federation.people.logins')}
            description={t('federation.people.loginsHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autosize
            minRows={2}
            maxRows={8}
            spellCheck={false}
          />
          {answer ? (
            <Notice
              tone={answer.unknown.length ? 'warn' : 'ok'}
              live="status"
              title={t('federation.people.marked', { count: answer.marked })}
            >
              {answer.unknown.length
                ? t('federation.people.unknown', { logins: answer.unknown.join(', ') })
                : null}
            </Notice>
          ) : null}
          <div>
            <Button type="submit" variant="default" loading={marking.busy} disabled={logins.length === 0}>
              {t('federation.people.mark')}
            </Button>
          </div>
          {rows.length === 0 ? <div>{t('federation.people.nobody')}</div> : null}
          {rows.map((row) => (
            <Bar key={row.account}>
              <span>{t('federation.people.person', { name: row.fullName, login: row.login })}</span>
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('federation.people.unmarkThis', { name: row.fullName })}
                onClick={() => void unmarking.run({ params: { id: row.account } })}
              >
                {t('federation.people.unmark')}
              </Button>
            </Bar>
          ))}
        </Rows>
      </form>
    </Card>
  )
}
