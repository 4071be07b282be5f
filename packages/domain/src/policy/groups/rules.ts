import { row } from '../parameter.ts'

const m = row('materials')
const e = row('equipment')
const f = row('failure')

export const materials = {
  'materials.reference': m('duty', 'Справочные материалы', 'Reference materials'),
  'materials.drafts': m('duty', 'Черновики', 'Drafts'),
  'materials.own_brief_notes': m('duty', 'Собственные краткие записи', 'Own brief notes'),
  'materials.gadgets': m('duty', 'Гаджеты', 'Gadgets'),
  'materials.by_subject': m('list', 'Материалы по предметам', 'Materials by subject'),
  'materials.calculator': m('text', 'Калькулятор', 'Calculator'),
  'permissions.switches': m('number', 'Переключателей разрешений', 'Permission switches', { unit: 'times' }),
  'devices.headphones': m('duty', 'Наушники', 'Headphones'),
  'devices.second_monitor_keyboard_mouse': m(
    'duty',
    'Второй монитор, клавиатура, манипулятор',
    'Second monitor, keyboard, mouse',
  ),
  'devices.virtual_machine': m('duty', 'Виртуальная машина', 'Virtual machine'),
  'devices.browser_builtin_translator': m(
    'duty',
    'Встроенный переводчик браузера',
    'The browser’s translator',
  ),
  'tasks.fixation_forbidden': m('duty', 'Съёмка и копирование заданий', 'Copying the tasks'),
  'special.primary_technical_help': m(
    'duty',
    'Техническая помощь начальным классам',
    'Technical help for primary pupils',
  ),
  'special.grade1_parent_reads': m(
    'duty',
    'Родители первоклассника читают задания',
    'Parents of grade 1 read the tasks',
  ),
  'special.pmpk_assistant': m('duty', 'Ассистент по рекомендации ПМПК', 'Assistant recommended by ПМПК'),
  'special.pmpk_technical_means': m(
    'duty',
    'Технические средства по рекомендации ПМПК',
    'Technical means recommended by ПМПК',
  ),
  'special.disability_acts': m('list', 'Акты об инвалидности', 'Acts on disability'),
  'special.others_in_room_by_organiser': m(
    'duty',
    'Другие люди в помещении по решению организатора',
    'Others in the room by the organiser',
  ),
  'exam.override_violations': m(
    'text',
    'Правила испытания могут снять нарушение',
    'Rules of an exam may lift a violation',
    { choices: ['any', 'where_said'] },
  ),
} as const

export const equipment = {
  'equipment.device_class': e('list', 'Устройства', 'Devices', {
    choices: ['desktop', 'laptop', 'tablet', 'phone'],
  }),
  'equipment.mobile_allowed': e('flag', 'Мобильные устройства', 'Mobile devices'),
  'equipment.os_min': e('text', 'Операционная система, не ниже', 'Operating system, at least'),
  'equipment.ram_min': e('number', 'Оперативная память, не менее', 'Memory, at least', {
    unit: 'mb',
    needed: { when: 'equipment.os_min', is: 'По инструкции' },
  }),
  'equipment.cpu_min': e('text', 'Процессор', 'Processor'),
  'equipment.browsers': e('list', 'Браузеры', 'Browsers', {
    needed: { when: 'equipment.os_min', is: 'По инструкции' },
  }),
  'equipment.browser_version': e('text', 'Версия браузера', 'Version of the browser'),
  'equipment.browser_version_tolerance': e(
    'number',
    'Допустимое отставание версии',
    'Versions behind that are accepted',
    { unit: 'times', proposal: 1 },
  ),
  'equipment.check_fresh_days': e(
    'number',
    'Сколько дней полная проверка оборудования годится для короткой проверки у двери',
    'Days for which a full check lets the one at the door be shorter',
    { unit: 'days', proposal: 3 },
  ),
  'equipment.door_check_minutes': e(
    'number',
    'За сколько минут до начала действует проверка у двери',
    'Minutes before the start for which the check at the door stands',
    { unit: 'minutes', proposal: 120 },
  ),
  'equipment.net_min_mbps': e('number', 'Скорость сети, не менее', 'Network, at least', {
    unit: 'mbit_s',
    needed: { when: 'equipment.os_min', is: 'По инструкции' },
  }),
  'equipment.webcam_min': e('text', 'Веб-камера, не хуже', 'Webcam, at least'),
  'equipment.webcam_fps_min': e('number', 'Кадров в секунду, не менее', 'Frames a second, at least', {
    unit: 'frames_s',
  }),
  'equipment.microphone': e('text', 'Микрофон', 'Microphone'),
  'equipment.speakers': e('text', 'Колонки или наушники', 'Speakers or headphones'),
  'equipment.disk_free_min_mb': e('number', 'Свободно на диске, не менее', 'Free disk space, at least', {
    unit: 'mb',
    needed: { when: 'equipment.os_min', is: 'По инструкции' },
  }),
  'equipment.applies_to_staff': e('flag', 'Требования и к сотрудникам', 'Applies to staff too'),
  'equipment.responsibility': e('text', 'Кто отвечает за оборудование', 'Who answers for the equipment', {
    choices: ['examinee'],
  }),
  'equipment.institution_may_provide': e(
    'duty',
    'Учреждение может дать оборудование',
    'The institution may provide it',
  ),
  'equipment.below_min_consequence': e('text', 'Последствие несоответствия', 'Consequence of failing it'),
} as const

export const failure = {
  'tech_failure.min_minutes': f(
    'number',
    'Сбой даёт право переноса, если длится не меньше',
    'A failure lets postpone from',
    { unit: 'minutes' },
  ),
  'tech_failure.postpone_by': f('text', 'Кто переносит испытание', 'Who postpones'),
  'tech_failure.retake': f('text', 'Повторное прохождение', 'Retake'),
  'tech_failure.in_protocol': f('duty', 'Сбой указывается в протоколе', 'Written into the protocol'),
  'tech_failure.notice_channels': f('list', 'Как извещают о переносе', 'How it is announced', {
    choices: ['site', 'account', 'email'],
  }),
  'live.proctor_chat_comment': f('duty', 'Комментарии проктора в чате', 'The proctor’s comments in the chat'),
  'live.warning_media': f('list', 'Как проктор предупреждает', 'Warning by', {
    choices: ['chat', 'text', 'audio', 'instruction'],
  }),
  'live.stop_right': f('text', 'Право остановить', 'Right to stop', { choices: ['any_time', 'repeated'] }),
  'live.stop_violations': f(
    'number',
    'Нарушений до остановки, не менее',
    'Violations before a stop, at least',
    { unit: 'times' },
  ),
  'live.call_ring_s': f('number', 'Звонок ждёт ответа', 'A call waits for an answer for', {
    unit: 'seconds',
    proposal: 45,
  }),
  'live.call_longest_min': f('number', 'Разговор длится не дольше', 'A call lasts at most', {
    unit: 'minutes',
    proposal: 30,
  }),
  'live.stop_result': f('text', 'Последствие остановки', 'Consequence of a stop'),
} as const
