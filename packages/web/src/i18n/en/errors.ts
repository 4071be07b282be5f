// Sentences for what the page itself notices; the server's refusals arrive with their own.
export const errors = {
  unknown:
    'That did not work. What you typed is safe: try again, and if it does not help, tell support the code.',
  offline: 'No connection to the server. What you typed is safe: check the internet and try again.',
  unreadable: 'This page is older than the server. Reload it to go on; what was saved is safe.',
  broken: 'There is a fault in the page itself. What was saved is safe: reload the page.',
}
