export const complaints = {
  title: 'Complaints about proctors',
  lead: 'The proctor does not see these rows. Each stays in the record of the exam too.',
  when: 'When',
  who: 'Who',
  about: 'About whom',
  text: 'What happened',
}
