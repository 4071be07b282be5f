/** Papers of before an exam, filled in with what is there already. */
export const filledForms = {
  take: 'Take the PDF',
  schedule: 'Schedule (PDF)',
  checklist: 'Checklist (PDF)',
  technologies: 'Responsible for technologies',
  technologiesLead: 'By the orders in force: technology, person, post, contacts, ground.',
  proctors: {
    open: 'Orders and journal',
    title: 'Orders and journal of proctors',
    form: 'Paper',
    'F-003-2': 'Order on the appointment of proctors',
    'F-003-3': 'Journal of instruction of proctors',
    'F-004-6': 'Act on appointment and non-disclosure',
    hints: {
      'F-003-2': 'Those whose instruction is confirmed are in it. Form F-003-2.',
      'F-003-3': 'A line for each day of instruction and training. Form F-003-3.',
      'F-004-6':
        'Every proctor at work; beside those who signed the non-disclosure stands the day. Form F-004-6.',
    },
    number: 'Number',
    byHand: 'What is left empty stays a line to be written by hand.',
    on: 'Day of the paper',
    from: 'Appointed from',
    to: 'Appointed until',
    exams: 'For which exams',
  },
}
