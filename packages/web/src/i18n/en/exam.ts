export const exam = {
  home: {
    title: 'My exams',
    empty: 'No exams yet',
    emptyText: 'When a teacher puts you on a list, the exam will appear here.',
    next: 'Next step',
    openNow: 'Go to the exam',
    resume: 'Back to the exam',
    send: 'Send the recording',
    see: 'Look',
    last: 'Last exam',
    details: 'Check the equipment',
    opensAt: 'Opens',
    closesAt: 'Start before',
    length: 'Length',
    later: 'Other exams',
    states: {
      waiting: 'Not yet open',
      open: 'You may start',
      running: 'Running',
      sending: 'The recording is being sent',
      done: 'Finished',
      missed: 'The time to start has passed',
    },
  },
  phone: {
    title: 'The exam is taken on a computer',
    text: 'A phone or a tablet can not record its whole screen, and without that the exam does not count.',
    what: 'What you need',
    needs: {
      computer: 'A computer with a camera and a microphone',
      browser: 'A recent Chrome, Edge or Yandex Browser',
      link: 'This same page: open it on the computer and sign in with your login',
    },
    link: 'Address of the page',
    after: 'Nothing has started on the phone and no time is running.',
  },
  browser: {
    title: 'This browser can not record an exam',
    text: 'Open the page in a recent Chrome, Edge or Yandex Browser. Nothing has started and no time is running.',
  },
  early: {
    text: 'You may start {{at}}. Check the equipment beforehand: the check starts nothing.',
    inTime: 'Until the start: {{time}}',
  },
  viewers: {
    title: 'Who has watched your recording',
    lead: 'Role, time and purpose of each viewing. A new one appears here within a minute.',
    none: 'Nobody has watched your recording.',
  },
  over: {
    missedTitle: 'The time to start has passed',
    missedText:
      'The exam could be started until {{at}}. Write to your teacher or the office: they decide about another attempt.',
    doneTitle: 'The exam is finished',
    doneText: 'The whole recording has been received. You may close the page.',
    doneAuto:
      'Time is up and the exam has ended by itself. The whole recording has been received; you may close the page.',
    home: 'Home',
    stopped: 'The proctor stopped the exam',
    reason:
      'Reason: {{reason}}. If you do not agree, write to the teacher or the commission: the recording is kept.',
    kept: 'What is kept',
    keptText:
      'Camera, sound and screen for the whole exam. Only those whom the rules of the institution allow see it, and every viewing is written into a journal.',
    receipts: 'Download the server’s receipts',
    receiptsText:
      'A signed list of everything the server accepted. Keep it: it proves that the recording was delivered.',
  },
  check: {
    lead: 'The check takes about a minute. The exam time runs only after you press “Start the exam”.',
    equipment: 'Equipment check',
    run: 'Begin the check',
    again: 'Check again',
    items: {
      browser: 'Browser',
      camera: 'Camera',
      microphone: 'Microphone',
      screen: 'Whole screen',
      storage: 'Disk space',
    },
    state: {
      idle: 'Not checked yet',
      running: 'Checking…',
      ok: 'Ready',
      attention: 'Please look',
      failed: 'Not ready',
    },
    browserOk: 'Fit for recording',
    browserBad: 'Can not record an exam. Open the page in Chrome, Edge or Yandex Browser.',
    cameraAsk: 'The browser will ask for permission: press “Allow”.',
    cameraDark: 'You can hardly be seen: switch on a light or face the window.',
    cameraMissing: 'No camera found. Connect one and check again.',
    cameraDenied:
      'Access to the camera is closed. Press the camera sign in the address bar, allow it, and check again.',
    cameraBusy: 'Another program holds the camera. Close it (calls, video recording) and check again.',
    micOk: 'Say something: the bars should move.',
    micSilent:
      'Nothing can be heard. See whether the microphone is muted by a button on the headset or laptop.',
    micMissing: 'No microphone found. Connect one and check again.',
    micLevel: 'Loudness of the microphone',
    preview: 'The picture of your camera',
    screenAsk: 'The browser will ask what to show. Choose “Entire screen”.',
    screenShare: 'Show the screen',
    screenOk: 'The whole screen is visible',
    screenNotWhole:
      'A window or a tab was chosen, but the whole screen is needed. Choose again: “Entire screen”.',
    screenDenied: 'The screen is not shown. Press “Show the screen” and choose “Entire screen”.',
    storageOk: '{{free}} free: enough even if the connection is gone for long',
    storageLow:
      'There is little disk space. Make room: if the connection breaks, there is nowhere to keep the recording.',
    storageNone:
      'The browser gives no disk space (common in private mode). If the connection breaks there is nowhere to keep the recording.',
    severalScreens:
      'Several monitors are connected. If the rules of the exam forbid it, disconnect the others.',
    recordedTitle: 'What will be recorded',
    recorded: {
      camera: 'The picture of the camera and the sound of the microphone',
      screen: 'The whole screen of the computer',
      events: 'When the recording broke off and why (a camera unplugged, for example)',
    },
    notRecordedTitle: 'What is not recorded',
    notRecorded: {
      before: 'Anything before “Start” or after the end',
      files: 'Files, passwords and other data of the computer that are not on the screen',
      face: 'Your face is not compared with any database by a machine: only a person does that',
    },
    who: 'During the exam the proctor assigned to you sees the recording. Afterwards only those whom the rules of the institution allow see it, and every viewing is written into a journal.',
    lossless:
      'If the connection breaks, the recording goes on on your computer and is sent later. The exam is not interrupted.',
    agree: 'I understand what will be recorded',
    notOpen: 'The button will work when the exam opens.',
    agreeFirst: 'Tick that you understand what will be recorded.',
    start: 'Start the exam',
    startHint: 'Your time will run: {{length}}',
    needChecks: 'To start, the camera, the microphone and the whole screen are needed.',
  },
  run: {
    timeLeft: 'Time left',
    timeOver: 'Time is up',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    announce_one: '{{count}} minute left until the end of the exam',
    announce_other: '{{count}} minutes left until the end of the exam',
    endsAt: 'until {{at}}',
    tasks: 'Task',
    noTasks:
      'The teacher left no text of the task on this page. Do it where you were told to; do not close this tab.',
    openTask: 'Open the task',
    panel: 'Recording',
    preview: 'This is how the proctor sees you',
    recordingOn: 'Recording',
    recordingPaused: 'The recording is incomplete',
    recordingStarting: 'The recording is starting',
    camera: 'Camera',
    microphone: 'Microphone',
    screen: 'Screen',
    on: 'recorded',
    lost: 'no signal',
    off: 'not recorded',
    starting: 'starting',
    level: 'Loudness of the microphone',
    finish: 'Finish the exam',
    help: 'Help',
    engineDied:
      'The recording stopped because of a fault in the browser. Reload the page: it goes on from the same place, what was recorded is safe.',
  },
  link: {
    online: 'Connected, everything is sent',
    sending: 'Connected, the recording is being sent',
    offline: 'The connection broke',
    offlineText: 'The recording goes on on your computer, nothing is lost. Go on working.',
    connecting: 'Connecting',
    connectingText: 'The recording is already running on your computer.',
    slow: 'The connection is slow',
    slowText:
      'The recording goes on and is sent bit by bit. The picture is coarser for now; this is noted in the record and is not your fault.',
    waiting: 'Waiting to be sent: {{time}}',
    nothingWaits: 'Nothing waits: the server has it all',
    restored: 'Connected again. Sending what has piled up.',
  },
  seconds: '{{count}} s',
  minutesSeconds: '{{minutes}} min {{seconds}} s',
  warnings: {
    title: 'Your attention is needed',
    camera_lost: {
      title: 'The camera is disconnected',
      text: 'Check the cable and whether another program uses the camera. When it is back, the recording goes on by itself.',
      action: 'Switch the camera on again',
    },
    microphone_lost: {
      title: 'The microphone is disconnected',
      text: 'Check the cable or the headset. When the microphone is back, sound is recorded again.',
      action: 'Switch the microphone on again',
    },
    microphone_silent: {
      title: 'The microphone is silent',
      text: 'It may be muted by a button on the headset or laptop. If it is simply quiet around you, nothing needs doing.',
    },
    screen_ended: {
      title: 'Screen sharing has stopped',
      text: 'Switch it on again and choose “Entire screen”. The break is noted in the record.',
      action: 'Show the screen again',
    },
    screen_not_whole: {
      title: 'Not the whole screen is visible',
      text: 'A window or a tab is shown. Press the button and choose “Entire screen”.',
      action: 'Choose the whole screen',
    },
    storage_low: {
      title: 'Little disk space is left',
      text: 'There is room for about {{minutes}} min without a connection. Make room: delete what you do not need from downloads.',
    },
    storage_full: {
      title: 'The disk is full',
      text: 'Without a connection there is nowhere to keep the recording. Make room now: the exam goes on, but the break is noted in the record.',
    },
    slow_network: {
      title: 'The connection is slow',
      text: 'The picture is coarser for now, so that nothing is lost. Nothing needs doing.',
    },
    signed_out: {
      title: 'Your sign-in has ended',
      text: 'The recording goes on on your computer. Sign in again in a new tab and it will be sent.',
      action: 'Sign in in a new tab',
    },
    camera_silent: {
      title: 'No picture from the camera',
      text: 'The camera is on, but no pictures arrive. See whether it is covered or used by another program.',
    },
    screen_silent: {
      title: 'No picture of the screen',
      text: 'The screen is shown, but no pictures arrive. If this lasts longer than a minute, stop sharing and start it again.',
    },
    encoder_failed: {
      title: 'A fault while recording the picture',
      text: 'The recording restarts by itself. If this message stays, reload the page: what was recorded is safe.',
    },
    storage_missing: {
      title: 'The browser gives no disk space',
      text: 'The recording is sent at once, but if the connection breaks there is nowhere to keep it. Leave the private mode if it is on, and watch the connection.',
    },
    storage_lost: {
      title: 'Part of the recording on the computer is gone',
      text: 'The browser or a cleaner removed data. What the server has received is safe; the break is noted in the record.',
    },
    outbox_plain: {
      title: 'The recording on the disk is not encrypted',
      text: 'This browser can not encrypt what is piling up. It does not affect the exam; on a shared computer do not leave the page unattended.',
    },
    receipt_invalid: {
      title: 'The answer of the server did not pass the check',
      text: 'The recording is kept on your computer and will be sent again. Go on working.',
    },
    receipt_mismatch: {
      title: 'The answer of the server does not match the recording',
      text: 'The recording is kept on your computer and will be sent again. Go on working.',
    },
    server_lost_records: {
      title: 'The server is recovering from a fault',
      text: 'This is a fault at the institution; it is noted in the record and is not your fault. The recording goes on.',
    },
    lease_taken: {
      title: 'Another device records this exam',
      text: 'Close the exam on the other device. In half a minute the recording goes on here.',
    },
    audio_unavailable: {
      title: 'The browser does not let sound be recorded',
      text: 'The picture is recorded. Reload the page; if that does not help, open the exam in Chrome, Edge or Yandex Browser.',
    },
    other: {
      title: 'The recording needs attention',
      text: 'The exam goes on. If this message stays, tell support the code: {{code}}.',
    },
  },
  second: {
    title: 'The exam is already open in another tab',
    text: 'It is being recorded there. Go back to that tab and close this one: there are never two recordings at once.',
  },
  finish: {
    title: 'Finish the exam?',
    text: 'You can not come back to the task. Time left: {{time}}.',
    confirm: 'Finish',
    sendingTitle: 'Sending the recording',
    sendingText:
      'Do not close the tab until you see “The whole recording has been received”. Camera and screen are no longer recorded.',
    progress: '{{percent}} % sent',
    left: 'Left to send: {{size}}',
    offline:
      'No connection. The recording is on your computer and will be sent when the connection is back. You may leave the tab open.',
  },
  helpBox: {
    title: 'Help',
    link: 'The connection is gone',
    linkText: 'Go on working. The recording piles up on the computer and leaves by itself.',
    reload: 'The page hangs',
    reloadText: 'Reload it (F5): the recording goes on from the same place.',
    camera: 'The camera or microphone went off',
    cameraText: 'Check the cable. When the device is back, the recording goes on.',
    time: 'Not enough time',
    timeText:
      'The server counts the time. Breaks of your connection are noted in the record; the commission will know of them.',
    support: 'If nothing helped, tell support this code: {{code}}',
  },
}
