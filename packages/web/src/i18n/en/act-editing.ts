export const actEditing = {
  state: {
    do: 'Enter from the act',
    change: 'Change what the act says',
    lead: 'Say what your act says of this. Where it is silent, close this window and choose “Decide”.',
    clauses: 'Clauses of the act',
    clausesHint: 'Numbers with commas, for example: 3.7, 4.1',
    clausesWrong: 'Numbers of clauses with commas: ten at most, each no longer than 30 characters.',
    quote: 'Words of the act',
    quoteHint: 'Copy the text of the clause. Everybody who checks the rules will see it.',
    note: 'A note, if one is needed',
    noteHint: 'For example, how you read an unclear place.',
    save: 'Save what the act says',
    silent: 'Remove: the act is silent',
  },
  values: {
    lessFrom0: 'A number from 0.',
    within: 'A number from 0 to {{most}}.',
    share: 'A share from 0 to 1, for example 0.8.',
    several: 'Tick all that apply.',
    day: 'Day',
    month: 'Month',
  },
}
