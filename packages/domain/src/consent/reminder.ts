// What a person is told when the paper original did not come in time: a fact and what to do, no reproach (R4-3.11c).
import type { PlainDate } from '../calendar/working-days.ts'
import { dayWords } from '../document/dates.ts'

export const lateOriginalWords = (
  lastDay: PlainDate,
  scanUploaded: boolean,
  language: 'ru' | 'en',
): string => {
  if (language === 'en')
    return `The signed original of the consent was due by ${lastDay.toString()} and has not come yet. ${scanUploaded ? 'The scan is here: take the sheet itself to the institution.' : 'Open “Consents”, print the form, sign it, upload the scan and take the sheet to the institution.'} The institution decides about the exam.`
  return `Подписанный оригинал согласия ждали до ${dayWords(lastDay).replace(/\s*г\.$/, ' года')}, но он ещё не сдан. ${scanUploaded ? 'Скан уже есть: отнесите в учреждение сам лист.' : 'Откройте «Согласия», распечатайте бланк, подпишите, загрузите скан и отнесите лист в учреждение.'} Как быть с экзаменом, решит учреждение.`
}
