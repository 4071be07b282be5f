// 004, Приложение 5: printed word for word, «видеозображение» included. Two consents in one paper (TR-32).
import { centred, cutAt, heading, para, space, title, write } from './blocks.ts'
import { type Day, monthWord } from './dates.ts'
import { appendixOf004, type Institution, pageHead, type QualityHead } from './institution.ts'
import type { Formed, PrintedDocument } from './model.ts'
import { needs } from './needs.ts'

const purposes = [
  'реализации образовательных программ с применением электронного обучения и/или дистанционных образовательных технологий;',
  'прохождения промежуточной и/или итоговой аттестации по указанной образовательной программе с применением прокторинга',
]
const categories = [
  'цветное цифровое фотографическое изображение моего лица, записываемое на электронные носители информации;',
  'цветное цифровое видеозображение моего лица и голос, записываемые на электронные носители информации.',
]
const operations =
  'Обработка биометрических данных включает в себя: сбор, запись, систематизацию, накопление, хранение, уточнение (обновление, изменение), извлечение, использование, передачу (распространение, предоставление, доступ), обезличивание, блокирование, удаление, уничтожение.'

export type Data0045 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly examinee: string | null
  readonly address: string | null
  /** Name, number, day of issue and issuer. */
  readonly identityDocument: string | null
  readonly programme: string | null
  /** Null on a paper that will be signed by hand. */
  readonly signed: { readonly on: Day; readonly how: string } | null
}

export function form0045(data: Data0045): Formed {
  const need = needs()
  return need.formed(
    paper(data, {
      examinee: need.text(data.examinee, 'examinee', 'R4-A5.02'),
      address: need.text(data.address, 'address', 'R4-A5.04'),
      identityDocument: need.text(data.identityDocument, 'identityDocument', 'R4-A5.05'),
      programme: need.text(data.programme, 'programme', 'R4-A5.06'),
    }),
  )
}

export const blank0045 = (who: Pick<Data0045, 'institution' | 'quality'>): PrintedDocument =>
  paper({ ...who, signed: null }, { examinee: '', address: '', identityDocument: '', programme: '' })

type Filled = Readonly<Record<'examinee' | 'address' | 'identityDocument' | 'programme', string>>

function paper(
  { institution, quality, signed }: Pick<Data0045, 'institution' | 'quality' | 'signed'>,
  filled: Filled,
): PrintedDocument {
  const { short, dative, address: seat } = institution
  const address = cutAt(filled.address, 28)
  const document = cutAt(filled.identityDocument, 42)
  const programme = cutAt(filled.programme, 36)
  return {
    form: 'F-004-5',
    name: 'Согласие на обработку персональных данных (в том числе биометрических)',
    language: 'ru',
    page: 'portrait',
    head: pageHead(institution, quality),
    body: [
      ...appendixOf004(5),
      title(
        'Форма согласия на обработку персональных данных',
        '(в том числе биометрических)',
        'при проведении аттестационных испытаний',
        'с использованием прокторинга',
      ),
      heading(
        `Согласие на обработку биометрических персональных данных Обучающегося в ${short} и согласие на передачу персональных данных третьим лицам при прохождении оценочных процедур с использованием прокторинга при реализации образовательных программ с применением электронного обучения и/или дистанционных образовательных технологий`,
      ),
      para([
        'Я, ',
        write(filled.examinee, '(фамилия, имя, отчество Обучающегося — субъекта персональных данных)'),
      ]),
      para([
        'в соответствии с п. 4 ст. 9, ст. 11 Федерального закона от 27.07.2006 №152-ФЗ «О персональных данных», зарегистрирован(а) по адресу: ',
        write(address[0]),
      ]),
      para([write(address[1]), ',']),
      para(['документ, удостоверяющий личность: ', write(document[0])]),
      para([write(document[1]), ',']),
      centred('(наименование документа, №, сведения о дате выдачи документа и выдавшем его органе)'),
      para([
        'Обучаюсь по образовательной программе: ',
        write(programme[0], '(наименование образовательной программы)'),
        ',',
      ]),
      para([write(programme[1]), ',']),
      para(['по очной форме обучения ', write('')]),
      para('в целях:'),
      { kind: 'list', marker: 'dash', items: purposes },
      para(
        `даю согласие ${dative}, находящемуся по адресу: ${seat}, на обработку моих биометрических персональных данных, а именно:`,
      ),
      { kind: 'list', marker: 'dash', items: categories },
      para(operations),
      para(
        'Настоящее согласие действует со дня его подписания до дня отзыва, оформленного в письменной форме.',
      ),
      para('Я информирован и согласен с тем, что:'),
      {
        kind: 'list',
        marker: 'dash',
        items: [
          `в ${short} обработка моих биометрических персональных данных будет осуществляться с использованием средств автоматизации в информационно-телекоммуникационных сетях, в том числе с передачей по каналам связи;`,
          `${short} вправе осуществлять хранение (архивное хранение) моих биометрических персональных данных в форме электронных (цифровых) документов в электронных базах данных.`,
        ],
      },
      para([
        `${obstacles(short)} `,
        write(
          filled.programme.length > 60 ? '' : filled.programme,
          '(наименование образовательной программы)',
          110,
        ),
      ]),
      para('с применением электронного обучения и/или дистанционных образовательных технологий.'),
      space,
      para([
        '« ',
        write(signed ? String(signed.on.day) : '', '', 15),
        ' » ',
        write(signed ? `${monthWord(signed.on)} ${signed.on.year}` : '', '', 50),
        ' Г.',
      ]),
      para('Субъект персональных данных:'),
      para([write(signed?.how ?? '', '(подпись)', 65), '/', write(filled.examinee, '(Ф.И.О.)', 85)]),
    ],
  }
}

/** Said on paper and again before a withdrawal (R4-A5.16). */
export const obstacles = (short: string): string =>
  `Я уведомлен о том, что в случае отзыва мной настоящего согласия у ${short} могут возникнуть непреодолимые препятствия в реализации образовательной программы`
