import { Button, Select, Text } from '@mantine/core'
import { chooseExam, type Coming } from '@ochno/contract/lms'
import type { ExamId } from '@ochno/domain/ids'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { moment } from '../../ui/moment.ts'
import { Bar, Card, Rows } from '../../ui/page.tsx'

type Choosing = Extract<Coming, { is: 'choose' }>
type Answer = { readonly address: string; readonly jwt: string }

/** The page may post to the platform only where it was opened as a document of its own. */
const isOwnDocument = (): boolean => {
  const [opened] = performance.getEntriesByType('navigation')
  return opened !== undefined && new URL(opened.name).pathname === location.pathname
}

export function ChooseExam({ coming }: { coming: Choosing }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const choosing = useDo(chooseExam)
  const [exam, setExam] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!isOwnDocument()) location.reload()
  }, [])
  useEffect(() => {
    if (answer) form.current?.submit()
  }, [answer])
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (exam === null) return
    const said = await choosing.run({ body: { exam: exam as ExamId } })
    if (!said.ok) return
    if (said.body.did === 'answer') setAnswer(said.body)
    else location.assign(said.body.to)
  }
  const place = coming.title ?? t('lms.launch.newPlace', { platform: coming.platform })
  return (
    <Card title={t('lms.launch.choose')} lead={t('lms.launch.chooseText', { place })}>
      <form onSubmit={submit}>
        <Rows>
          {choosing.failure ? <FailureNotice failure={choosing.failure} /> : null}
          {coming.exams.length === 0 ? (
            <Text>{t('lms.launch.noExams')}</Text>
          ) : (
            <>
              <Select
                label={t('lms.launch.exam')}
                data={coming.exams.map(({ id, title, opensAt }) => ({
                  value: id,
                  label: `${title}, ${moment(opensAt, zone, i18n.language)}`,
                }))}
                value={exam}
                onChange={setExam}
                searchable
                required
                withAsterisk={false}
              />
              <Bar>
                <Button type="submit" loading={choosing.busy || answer !== null} disabled={exam === null}>
                  {t('lms.launch.bind')}
                </Button>
              </Bar>
            </>
          )}
        </Rows>
      </form>
      {answer ? (
        <form ref={form} method="post" action={answer.address}>
          <input type="hidden" name="JWT" value={answer.jwt} />
        </form>
      ) : null}
    </Card>
  )
}
