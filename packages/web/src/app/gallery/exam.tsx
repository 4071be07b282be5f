import type { SessionId } from '@ochno/domain/ids'
import { CheckView, type CheckViewProps } from '../../features/examinee/check-view.tsx'
import { type ChecksView, idleChecks } from '../../features/examinee/checks-view.ts'
import { ExamRoom } from '../../features/examinee/exam-room.tsx'
import type { LinkView, RecordingView, WarningView } from '../../features/examinee/recording-view.ts'
import { SendingView } from '../../features/examinee/sending-view.tsx'
import { OnPhone, Told } from '../../features/examinee/told.tsx'
import type { Specimens } from './specimens.ts'

const whole: RecordingView = {
  camera: 'on',
  microphone: 'on',
  screen: 'on',
  level: 0.45,
  preview: null,
  link: { is: 'online', waitingS: 0 },
  warnings: [],
}

const task = `Ответьте письменно на три вопроса билета. Пользоваться конспектом нельзя, калькулятором можно.

1. Предел последовательности: определение и единственность.
2. Теорема Ролля с доказательством.
3. Исследуйте функцию f(x) = x·ln x и постройте её график.

Ответы загрузите здесь: https://lms.school.example/tasks/17`

const room = (recording: Partial<RecordingView>, leftMs = 3_909_000) => (
  <ExamRoom
    title="Математический анализ, промежуточная аттестация"
    instructions={task}
    leftMs={leftMs}
    session={'ses_a2b3c4' as SessionId}
    conduct={{ rows: [], standing: null, asOf: 0 }}
    now={0}
    recorder={null}
    recording={{ ...whole, ...recording }}
    finishing={false}
    failure={null}
    engineDied={null}
    onFinish={() => {}}
    onFix={() => {}}
  />
)

const check = (
  checks: Partial<ChecksView>,
  notYet: string | null = null,
  door: CheckViewProps['door'] = null,
) => (
  <CheckView
    title="Математический анализ, промежуточная аттестация"
    length="1 час 30 минут"
    checks={{ ...idleChecks, ...checks }}
    notYet={notYet}
    starting={false}
    failure={null}
    door={door}
    onRun={() => {}}
    onShareScreen={() => {}}
    onStart={() => {}}
  />
)

const offline: LinkView = { is: 'offline', waitingS: 42 }
const warn = (code: WarningView['code']): WarningView => ({ code, raw: code, minutes: 12 })

const ready: Partial<ChecksView> = {
  browser: { is: 'ok' },
  camera: { is: 'ok' },
  microphone: { is: 'ok' },
  screen: { is: 'ok' },
  storage: { is: 'attention' },
  words: { camera: 'HD WebCam', screen: 'Экран виден целиком', storage: 'Свободно только 300 МБ.' },
  level: 0.5,
}

export const examSpecimens: Specimens = {
  'check-idle': () => check({}),
  'check-early': () => check({}, 'Начать можно будет 21 ноября в 10:00.'),
  'check-ready': () => check(ready),
  'check-then-door': () => check(ready, null, { left: 7, held: true, byProctor: true, onGo: () => {} }),
  'check-admitted': () => check(ready, null, { left: 0, held: false, byProctor: true, onGo: () => {} }),
  'check-failed': () =>
    check({
      browser: { is: 'ok' },
      camera: { is: 'failed' },
      microphone: { is: 'running' },
      screen: { is: 'failed' },
      words: {
        camera: 'Камеру держит другая программа. Закройте её и проверьте ещё раз.',
        screen: 'Выбрано окно или вкладка, а нужен весь экран.',
      },
    }),
  room: () => room({}),
  'room-sending': () => room({ link: { is: 'sending', waitingS: 7 } }),
  'room-offline': () => room({ link: offline }),
  'room-starting': () =>
    room({
      camera: 'starting',
      microphone: 'starting',
      screen: 'starting',
      link: { is: 'connecting', waitingS: 0 },
      getsReady: 0.4,
    }),
  'room-slow': () => room({ link: { is: 'slow', waitingS: 75 }, warnings: [warn('slow_network')] }),
  'room-warnings': () =>
    room(
      {
        camera: 'lost',
        screen: 'off',
        link: offline,
        warnings: ['camera_lost', 'screen_ended', 'storage_low'].map((code) =>
          warn(code as WarningView['code']),
        ),
      },
      200_000,
    ),
  sending: () => (
    <SendingView title="Математический анализ" leftBytes={3_400_000} totalBytes={9_000_000} offline={false} />
  ),
  'sending-offline': () => (
    <SendingView title="Математический анализ" leftBytes={3_400_000} totalBytes={9_000_000} offline />
  ),
  phone: () => <OnPhone address="https://ochno.school.example/exam/ses_a2b3c4" />,
  second: () => (
    <Told
      tone="info"
      title="Экзамен уже открыт в другой вкладке"
      text="Запись идёт там. Вернитесь в ту вкладку, а эту закройте: двух записей сразу не бывает."
    />
  ),
}
