// What requests of the area accommodations are refused for.
import type { Sentence } from './sentence.ts'

export const accommodations = {
  no_services: {
    status: 422,
    ru: 'Отметьте, в чём помогает ассистент.',
    en: 'Choose what the assistant helps with.',
  },
  no_means: {
    status: 422,
    ru: 'Назовите технические средства или дополнительное время.',
    en: 'Name the technical means or the extra time.',
  },
  helper_not_named: {
    status: 422,
    ru: 'Назовите ассистента: он участвует в экзамене под своим именем.',
    en: 'Name the assistant: he takes part in the exam under his own name.',
  },
  no_ground: {
    status: 409,
    ru: 'Документ-основание не приложен. Без него условия не предоставляются.',
    en: 'The document that is the ground is not attached. Without it nothing is granted.',
  },
  condition_not_in_act: {
    status: 409,
    ru: 'Действующий акт не знает таких условий.',
    en: 'The act in force does not know such conditions.',
  },
} as const satisfies Record<string, Sentence>
