export const reviewInstruction = {
  title: 'Instruction on reviewing recordings',
  lead: 'For a proctor who reviews recordings after the exam.',
  edition: 'Edition of {{day}}',
  print: 'Print',
  back: 'To “My clearance”',
  parts: {
    before: {
      title: '1. Before you begin',
      text: 'Read the regulations of your institution: they decide what is a violation and what is allowed.\nA recording comes to “Reviews” by itself as soon as the exam is over. What is urgent stands first.\nThe system counts the time by the working days of the institution and by the act in force. Review an overdue recording all the same.\nRecordings of relatives may not be reviewed. If you know the examinee in person, tell the methodist, who gives the recording to somebody else.',
    },
    hints: {
      title: '2. Hints of the system',
      text: 'A hint accuses nobody: the system shows a place, a person decides.\nEvery hint needs an answer: a mark of a violation or a no with a reason.\nOne can answer only after watching the place: a second of the hint itself or five seconds around it.\nWhere “Allowed” or “Technical cause” stands beside it, see whether it went beyond what was allowed.\nThe trust score changes only the order of recordings in the queue, neither marks nor results.',
    },
    marks: {
      title: '3. A mark of a violation',
      text: 'A mark is a clause of the act in force, a part of the recording, and words about what is seen there.\nWrite what is seen and heard, not what you think of it. Write no diagnoses and no guesses about a person.\nTake a wrong mark back with a reason: it stays in the journal but does not go into the protocol.\nA lost connection or a breakdown is no violation.',
    },
    watched: {
      title: '4. What counts as watched',
      text: 'The server counts what was watched: only what was playing on the screen, every moment once. Seeking, pauses and a hidden window do not count.\n“Only what matters” shows hints and marks with five seconds around them, the beginning and the end, times the machine did not watch, and five seconds of every ten minutes.\nThe annex to the protocol says how much was watched, how much of it faster, and what was left out.',
    },
    quality: {
      title: '5. If the recording can not be judged',
      text: 'Look at the lines under the recording: light, voice and camera at the check before the exam, poor parts of the recording.\nIf it is dark, blurred or not audible, press “Cannot be judged”, choose the parts and write what is in the way.\nThat is neither a mark nor a violation. Authorised people decide what comes next.\nA gap in the recording is no violation by itself.',
    },
    finish: {
      title: '6. Finishing',
      text: '“Finish the review” can be pressed when every hint is answered.\nIf the act asks for a status of the review, choose it yourself: which ones fit the marks is shown.\nBefore that no protocol of the recording can be issued.\nIt is not you who decides about the result of the exam.',
    },
    second: {
      title: '7. Second viewing and control',
      text: 'If something was found that may end the exam, a second person watches blind and sees no answers of others.\nIf they differ, a third one decides about each disputed violation, with a reason.\nSometimes the queue holds a control: a part of a recording already reviewed. You learn of it when you have finished. It changes no result of an examinee.',
    },
    secrecy: {
      title: '8. Secrecy of the recording',
      text: 'The recording is open to you until the review is finished. Every viewing is in the journal, and the examinee sees it.\nDo not film the screen, do not tell what you saw, and do not leave the recording open when you go away.\nLeave to copy a recording is given by another person; the way for it is under “Recordings”.',
    },
    keys: {
      title: '9. Keys',
      text: 'N and P: the next and the previous hint.\nV: mark a violation. X: nothing there, dismiss the hint with a reason.\nS: only what matters. Esc: close the answer and keep nothing.\nSpace: play and pause. Arrows: 10 seconds, with Shift a minute.\nMinus and plus: speed. M: sound. G: the next gap. Question mark: all keys.',
    },
  },
} as const
