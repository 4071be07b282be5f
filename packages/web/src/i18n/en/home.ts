export const home = {
  greeting: 'Hello, {{name}}',
  lead: 'This is what needs doing now.',
  nothing: {
    title: 'Nothing is expected of you now',
    text: 'When something comes up, it will be on this page.',
  },
}
