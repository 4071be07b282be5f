// What requests of the area services are refused for.
import type { Sentence } from './sentence.ts'

export const services = {
  personal_data: {
    status: 409,
    ru: 'Нет подтверждения по закону о персональных данных: кто и когда проверил, когда проверить снова.',
    en: 'The confirmation under the law on personal data is missing: who checked it, when, and when to check again.',
  },
  prohibited: {
    status: 409,
    ru: 'Сервис в перечне запрещённых. Применять его нельзя.',
    en: 'The service is on the list of prohibited ones. It can not be used.',
  },
  not_in_registry: {
    status: 409,
    ru: 'Программы нет в едином реестре российского ПО. Запишите номер и дату записи реестра.',
    en: 'The program is not in the register of Russian software. Write down the number and date of its entry.',
  },
  no_contract: {
    status: 409,
    ru: 'Нет основания: договора с правообладателем и его файла или пользовательского соглашения.',
    en: 'There is no ground: neither a contract with the right-holder and its file nor a user agreement.',
  },
  section_empty: {
    status: 409,
    ru: 'В карточке договора пустой раздел: безопасность, конфиденциальность или техническая поддержка.',
    en: 'A section of the contract card is empty: security, confidentiality or technical support.',
  },
  not_ordered: {
    status: 409,
    ru: 'Сервис не назван в подписанном приказе.',
    en: 'No signed order names this service.',
  },
  no_responsible: {
    status: 409,
    ru: 'В приказе нет ответственных за техническое и организационное обеспечение.',
    en: 'The order names no persons responsible for the technical and the organisational side.',
  },
  foreign_unexplained: {
    status: 409,
    ru: 'Сервис не российский. Напишите, почему он всё же применяется.',
    en: 'The service is not Russian. Write why it is used all the same.',
  },
  criteria_open: {
    status: 409,
    ru: 'Для фото, видео и файлов нужны все три критерия (безопасность, функциональность, закон) и файл с подтверждением.',
    en: 'Photos, video and files need all three criteria (security, functionality, law) and a file of evidence.',
  },
  no_rules: {
    status: 409,
    ru: 'Сначала опубликуйте правила применения: их читают до первого входа.',
    en: 'First publish the rules of use: they are read before the first use.',
  },
  family_off: {
    status: 409,
    ru: 'Этот вид сервисов выключен в учреждении.',
    en: 'This family of services is switched off in the institution.',
  },
  service_taken: {
    status: 409,
    ru: 'Сервис с таким названием уже есть в реестре.',
    en: 'A service of this name is in the register already.',
  },
  service_retired: {
    status: 409,
    ru: 'Сервис выведен из применения: его карточка больше не меняется.',
    en: 'The service was taken out of use: its card does not change any more.',
  },
  not_for_parents: {
    status: 422,
    ru: 'Чтобы предлагать сервис родителям первым, добавьте родителей в «Для кого».',
    en: 'To offer the service to parents first, add parents to whom it is for.',
  },
  foreign_default: {
    status: 422,
    ru: 'Родителям первым предлагают только российский сервис.',
    en: 'Only a Russian service is offered to parents first.',
  },
  no_accounts: {
    status: 422,
    ru: 'Через этот ресурс можно обмениваться материалами, только если договор предусматривает личные кабинеты.',
    en: 'Materials may be exchanged through this resource only if the contract provides personal accounts.',
  },
  not_ready_to_order: {
    status: 409,
    ru: 'У этих сервисов ещё нет основания, или они уже в другом приказе.',
    en: 'These services have no ground yet, or another order has them already.',
  },
  signer_no_power: {
    status: 409,
    ru: 'Приказ подписывает не руководитель: нужен документ о полномочиях с номером, датой и файлом.',
    en: 'Not the head signs the order: the document of authority is needed, with number, date and file.',
  },
  power_later: {
    status: 422,
    ru: 'Документ о полномочиях выдан позже дня приказа.',
    en: 'The document of authority was given after the day of the order.',
  },
  order_in_future: {
    status: 422,
    ru: 'День приказа ещё не настал. Внесите приказ, когда он подписан.',
    en: 'The day of the order has not come. Enter the order when it is signed.',
  },
} as const satisfies Record<string, Sentence>
