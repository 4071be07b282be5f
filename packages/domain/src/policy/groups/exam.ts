import { row } from '../parameter.ts'

const s = row('staff')
const r = row('recording')
const o = row('room')

export const staff = {
  'capacity.max_simultaneous': s(
    'number',
    'Одновременно испытуемых в одном испытании, не более',
    'Examinees at once in one run, at most',
    { unit: 'people', needed: true },
  ),
  'staffing.sync_examinees_per_proctor': s(
    'number',
    'Испытуемых на одного проктора, не более',
    'Examinees per proctor, at most',
    { unit: 'people', needed: { when: 'proctoring.modes', is: 'sync' } },
  ),
  'staffing.async_rule': s(
    'text',
    'Сколько прокторов нужно для записей',
    'How many proctors the recordings need',
  ),
  'review.deadline': s(
    'number',
    'Просмотр записи после экзамена, не позднее чем через',
    'Recordings reviewed after the exam, within',
    { unit: 'working_days', needed: { when: 'proctoring.modes', is: 'async' } },
  ),
  review_factor: s(
    'number',
    'Минут просмотра на минуту записи',
    'Minutes of review per minute of recording',
    { unit: 'times', proposal: 1, needed: { when: 'proctoring.modes', is: 'async' } },
  ),
  'proctor.kinds': s('list', 'Кто может быть проктором', 'Who may be a proctor', {
    choices: ['own', 'provider', 'specialist'],
  }),
  'proctor.appointment_document': s('text', 'Документ о назначении проктора', 'Document of appointment'),
  'proctor.training': s('text', 'Подготовка проктора', 'Training of a proctor'),
  'proctor.qualification_regular': s('duty', 'Регулярное повышение квалификации', 'Regular qualification'),
  'proctor.qualification_period': s(
    'number',
    'Повышение квалификации не реже чем раз в',
    'Qualification at least every',
    { unit: 'months' },
  ),
  'proctor.nda': s('duty', 'Неразглашение персональных данных', 'Non-disclosure'),
  'proctor.objectivity_guarantee': s('duty', 'Объективность и отсутствие интереса', 'Objectivity'),
  'proctor.workplace': s('list', 'Рабочее место проктора', 'The proctor’s workplace', {
    choices: ['computer', 'internet', 'webcam', 'audio', 'quiet'],
  }),
} as const

export const recording = {
  'control.window': r('text', 'Окно контроля', 'Control window', {
    choices: ['authorisation_to_deauthorisation'],
  }),
  'recording.media': r('list', 'Что записывается', 'What is recorded', {
    choices: ['camera', 'audio', 'screen', 'photo'],
    needed: true,
  }),
  'recording.mandatory': r('duty', 'Ведётся ли запись', 'Recording', { needed: true }),
  'recording.purposes': r('list', 'Цели записи', 'Purposes of the recording', {
    choices: ['dispute', 'appeal', 'dishonesty'],
  }),
  'recording.min_coverage_percent': r('number', 'Достаточная полнота записи', 'Sufficient coverage', {
    unit: 'percent',
    needed: true,
    proposal: 95,
  }),
  'retention.until': r('text', 'Видео хранится', 'Video is kept', {
    choices: ['months', 'appeal_considered'],
    needed: true,
  }),
  'retention.video_months': r('number', 'Срок хранения видео', 'Video is kept for', {
    unit: 'months',
    // P-22: no purpose of these recordings lasts longer.
    most: 12,
    needed: { when: 'retention.until', is: 'months' },
  }),
  'retention.place': r('text', 'Где хранится запись', 'Where recordings are kept'),
  'retention.archive': r('duty', 'Архивное хранение по согласию', 'Archive by consent'),
  'session.duration_min': r('number', 'Общее время прохождения', 'Total time', {
    unit: 'minutes',
  }),
  'session.timer_starts': r('text', 'Начало отсчёта времени', 'The time starts with', {
    choices: ['authorisation', 'first_task'],
    proposal: 'authorisation',
  }),
  'session.countdown': r('duty', 'Обучающийся видит оставшееся время', 'The examinee sees the time left'),
  'session.absence_allowed_min': r('number', 'Разрешённое отсутствие, не более', 'Absence allowed, at most', {
    unit: 'minutes',
  }),
  'session.absence_violation_if': r('text', 'Отсутствие — нарушение, если', 'Absence is a violation if', {
    choices: ['over_limit', 'any_leaving'],
  }),
  'session.disconnect_auto_deauth_s': r(
    'number',
    'Обрыв связи до деавторизации',
    'Disconnection until the session is ended',
    { unit: 'seconds', needed: true, proposal: 300, proposalIn: { '004': 900 } },
  ),
} as const

export const room = {
  'room_scan.random': o('duty', 'Осмотр помещения в случайный момент', 'Room scan at a random moment'),
  'room_scan.random_count_per_session': o('number', 'Случайных осмотров за сеанс', 'Random scans a session', {
    unit: 'times',
    needed: { when: 'room_scan.random', is: 'required' },
    proposal: 1,
  }),
  'room_scan.response_timeout_s': o('number', 'Время на ответ на осмотр', 'Time to answer a scan', {
    unit: 'seconds',
    needed: { when: 'room_scan.random', is: 'required' },
    proposal: 60,
  }),
  'room_scan.on_demand': o('duty', 'Осмотр по требованию проктора', 'Room scan on demand'),
  'room_scan.refusal': o('text', 'Отказ от осмотра', 'Refusal of a scan'),
  'env.view_to_wall': o('duty', 'Не сидеть напротив окна, за спиной стена', 'A wall behind, no window'),
  'env.no_dark_room': o('duty', 'Помещение не тёмное', 'The room is not dark'),
  'env.light_rules': o('text', 'Освещение', 'Light'),
  'env.no_noise': o('duty', 'Тишина в помещении', 'No noise'),
  'env.mic_always_on': o('duty', 'Микрофон включён всё время', 'The microphone is on all the time'),
  'env.mic_sensitivity_fixed': o(
    'duty',
    'Чувствительность микрофона не меняется',
    'The microphone’s level is not changed',
  ),
  'env.dress_code': o('duty', 'Требования к одежде', 'Dress code'),
  'camera.face_min_fraction': o(
    'number',
    'Лицо занимает в кадре, не менее',
    'The face takes of the frame, at least',
    { unit: 'share' },
  ),
  'camera.both_hands_visible': o('duty', 'Обе руки в кадре', 'Both hands visible'),
  'camera.workplace_visible': o('duty', 'Рабочее место в кадре', 'The workplace visible'),
  'camera.multiple_allowed': o('flag', 'Можно несколько камер', 'Several cameras may be used'),
  'gaze.only_screen': o('flag', 'Смотреть только на экран', 'Looking at the screen only'),
  'gaze.keyboard_exception': o('text', 'Взгляд на клавиатуру', 'Looking at the keyboard'),
  'gaze.systematic_has_threshold': o(
    'flag',
    'У «систематического» есть порог',
    '“Systematic” has a threshold',
  ),
  'gaze.away_threshold_s': o(
    'number',
    'Взгляд в сторону для статуса 3, не меньше',
    'Looking away for status 3, at least',
    { unit: 'seconds' },
  ),
  'detect.face_absent_s': o('number', 'Подсказка: лица нет дольше', 'Hint: no face for', {
    unit: 'seconds',
    proposal: 5,
  }),
  'detect.head_turn_s': o('number', 'Подсказка: голова повёрнута дольше', 'Hint: head turned for', {
    unit: 'seconds',
    proposal: 5,
  }),
  'detect.noise_s': o('number', 'Подсказка: шум дольше', 'Hint: noise for', {
    unit: 'seconds',
    proposal: 5,
  }),
  'detect.low_audio_s': o('number', 'Подсказка: звука нет дольше', 'Hint: no sound for', {
    unit: 'seconds',
    proposal: 10,
  }),
  'detect.frozen_s': o('number', 'Подсказка: кадр замер дольше', 'Hint: frozen picture for', {
    unit: 'seconds',
    proposal: 10,
  }),
  'detect.dark_s': o('number', 'Подсказка: темно дольше', 'Hint: dark picture for', {
    unit: 'seconds',
    proposal: 10,
  }),
  'detect.focus_lost_s': o(
    'number',
    'Подсказка: другое окно или вкладка дольше',
    'Hint: another window or tab for',
    { unit: 'seconds', proposal: 1 },
  ),
  'detect.head_yaw_deg': o(
    'number',
    'Подсказка: голова повёрнута больше чем на',
    'Hint: head turned by more than',
    {
      unit: 'degrees',
      proposal: 35,
    },
  ),
  'detect.head_pitch_deg': o(
    'number',
    'Подсказка: голова наклонена больше чем на',
    'Hint: head tilted by more than',
    {
      unit: 'degrees',
      proposal: 25,
    },
  ),
  'detect.face_fraction_sustained_s': o(
    'number',
    'Подсказка: лицо слишком мелкое дольше',
    'Hint: face too small for',
    { unit: 'seconds', proposal: 10 },
  ),
} as const
