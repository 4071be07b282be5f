/** 001 section 8, by subject and word for word; the wording of a later mention leans on «(далее - …)» of the first. */
export const subjectMaterials = {
  biology: {
    subject: 'биология',
    items: {
      ruler:
        'линейка, не содержащая справочной информации (далее - линейка), для проведения измерений при выполнении заданий с рисунками',
      calculator: 'непрограммируемый калькулятор',
    },
  },
  geography: {
    subject: 'география',
    items: {
      ruler: 'линейка для измерения расстояний по топографической карте',
      calculator: 'непрограммируемый калькулятор',
      atlases: 'географические атласы',
    },
  },
  literature: {
    subject: 'литература',
    items: {
      spelling_dictionary: 'орфографический словарь, позволяющий устанавливать нормативное написание слов',
      full_texts: 'полные тексты художественных произведений',
      lyric_collections: 'сборники лирики',
    },
  },
  mathematics: {
    subject: 'математика',
    items: {
      ruler: 'линейка для построения чертежей и рисунков',
      formula_sheet:
        'справочные материалы, содержащие основные формулы курса математики образовательной программы основного общего образования',
    },
  },
  russian: {
    subject: 'русский язык',
    items: {
      spelling_dictionary: 'орфографический словарь, позволяющий устанавливать нормативное написание слов',
    },
  },
  physics: {
    subject: 'физика',
    items: {
      ruler: 'линейка для построения графиков и схем',
      calculator: 'непрограммируемый калькулятор',
    },
  },
  chemistry: {
    subject: 'химия',
    items: {
      calculator: 'непрограммируемый калькулятор',
      periodic_table: 'Периодическая система химических элементов Д.И. Менделеева',
      solubility_table: 'таблица растворимости солей, кислот и оснований в воде',
      electrochemical_series: 'электрохимический ряд напряжений металлов',
    },
  },
} as const satisfies Record<
  string,
  { readonly subject: string; readonly items: Readonly<Record<string, string>> }
>

export type Subject = keyof typeof subjectMaterials

export const subjects = Object.keys(subjectMaterials) as Subject[]
