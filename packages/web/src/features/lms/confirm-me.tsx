import { Button, Text } from '@mantine/core'
import { joinAccount } from '@ochno/contract/lms'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** B-29: somebody of the platform is linked with an account by its owner alone, with the password given just now. */
export function ConfirmMe({ platform, called }: { platform: string; called: string | null }) {
  const { t } = useTranslation()
  const me = useMe()
  const joining = useDo(joinAccount)
  const join = async () => {
    const answer = await joining.run({})
    // A document of its own: the exam page has rights to the camera that this one lacks.
    if (answer.ok) location.assign(answer.body.to)
  }
  const next = `/launch${location.search}`
  return (
    <Card title={t('lms.launch.unknown')} lead={t('lms.launch.unknownText', { platform })}>
      <Rows>
        {joining.failure ? <FailureNotice failure={joining.failure} /> : null}
        {called ? <Text>{t('lms.launch.called', { platform, called })}</Text> : null}
        {me.is === 'ready' ? (
          <>
            <Text>{t('lms.launch.asMe', { name: me.value.fullName })}</Text>
            <Bar>
              <Button loading={joining.busy} onClick={() => void join()}>
                {t('lms.launch.join')}
              </Button>
              <Button component="a" href="/" variant="default">
                {t('lms.launch.home')}
              </Button>
            </Bar>
            <Text>{t('lms.launch.other')}</Text>
          </>
        ) : (
          <Bar>
            <Button component="a" href={`/sign-in?next=${encodeURIComponent(next)}`}>
              {t('lms.launch.signIn')}
            </Button>
          </Bar>
        )}
      </Rows>
    </Card>
  )
}
