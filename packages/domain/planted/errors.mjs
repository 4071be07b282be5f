// Wrong rules, one a line, that the unit tests beside the rule must notice: [file of packages/domain/src, what it says, what it would say].
// `npm run nightly planted` tries each of them on a copy; a text that is no longer in its file fails too.
export const planted = [
  // Days and terms.
  ['calendar/working-days.ts', 'date.dayOfWeek > 5', 'date.dayOfWeek > 6'],
  ['calendar/working-days.ts', 'weekend ? year.workedWeekends.includes(day)', 'weekend ? false'],
  ['calendar/working-days.ts', 'if (!day.known) return null', 'if (!day.known) break'],
  ['calendar/working-days.ts', 'if (day.working) left -= 1', 'left -= 1'],
  [
    'calendar/deadlines.ts',
    'elapsedMs(from, until) >= limitMinutes * 60_000',
    'elapsedMs(from, until) > limitMinutes * 60_000',
  ],
  [
    'calendar/deadlines.ts',
    'elapsedMs(from, until) > limitMinutes * 60_000',
    'elapsedMs(from, until) >= limitMinutes * 60_000',
  ],
  [
    'calendar/deadlines.ts',
    'elapsedMs(from, until) >= limitSeconds * 1000',
    'elapsedMs(from, until) > limitSeconds * 1000',
  ],
  [
    'calendar/deadlines.ts',
    'DAY_FIRST(submitted, base.subtract({ days })) <= 0',
    'DAY_FIRST(submitted, base.subtract({ days })) < 0',
  ],
  ['calendar/deadlines.ts', 'start.add({ days: days - 1 })', 'start.add({ days })'],
  ['calendar/academic.ts', 'fits.find((p) => p.branch === branch) ?? ', ''],
  // What is a violation and what is permitted.
  ['incident/permitted.ts', 'if (limit !== null && (seen.seconds ?? 0) > limit) return counts', ''],
  ['incident/permitted.ts', 'host === allowed || host.endsWith', 'host.endsWith(allowed) || host.endsWith'],
  ['incident/permitted.ts', 'rules.glanceDown && Object', 'rules.glanceDown || Object'],
  ['incident/permissions.ts', "code.startsWith('identity_') || ", ''],
  ['incident/permitted.ts', "{ verdict: 'unsure', because: [name] } : counts", 'yes(name) : counts'],
  ['incident/markable.ts', "if (override.author.trim() === '') return 'no_author'", ''],
  [
    'incident/markable.ts',
    "if (act === '001' && !yielding001.includes(override.code)) return 'act_does_not_yield'",
    '',
  ],
  ['incident/evidence.ts', "if (isBefore(to, from)) return 'time_runs_backwards'", ''],
  [
    'incident/evidence.ts',
    'evidence.media.length === 0 && evidence.note',
    'evidence.media.length === 0 || evidence.note',
  ],
  // Special conditions.
  [
    'accommodation/accommodation.ts',
    "readingCodes.includes(seen.code) && by.services.includes('read_task')",
    'readingCodes.includes(seen.code)',
  ],
  ['accommodation/accommodation.ts', "if (by.helper === null) return 'counts'", ''],
  [
    'accommodation/accommodation.ts',
    "seen.name === undefined ? 'unsure'",
    "seen.name === undefined ? 'permitted'",
  ],
  // Decisions.
  [
    'decision/recommend.ts',
    'if (count < policy.starredThreshold) return []',
    'if (count <= policy.starredThreshold) return []',
  ],
  ['decision/recommend.ts', '.filter((row) => rows004[row].starred)', ''],
  [
    'decision/recommend.ts',
    "if (findings.act !== '004' || !findings.finalAttestation) return []",
    "if (findings.act !== '004') return []",
  ],
  ['decision/recommend.ts', "failure.fault !== 'examinee'", 'true'],
  ['decision/recommend.ts', 'if (!recordingRequired || !started', 'if (!started'],
  ['decision/recommend.ts', "act === '001' ? 'non_attestation' : 'negative'", "'negative'"],
  [
    'decision/findings.ts',
    '!conditions[code] || conditionMet === true',
    '!conditions[code] || conditionMet !== false',
  ],
  ['decision/findings.ts', "findings.act === '001'", "findings.act === '003'"],
  // The score.
  ['trust/score.ts', 'const cost = Math.min(wanted, left)', 'const cost = wanted'],
  ['trust/score.ts', "standing === 'dismissed' || ", ''],
  ['trust/score.ts', 'full * weights.confirmedTimes', 'full'],
  ['trust/score.ts', 'weight.cap - (spent.get(code) ?? 0)', 'weight.cap'],
  // The session the server keeps.
  ['session/decide.ts', "if (!isBefore(now, session.closesAt)) return no('too_late')", ''],
  ['session/decide.ts', "if (isBefore(now, session.opensAt)) return no('too_early')", ''],
  ['session/decide.ts', "over(session.deadline ?? now, 'auto')", "over(now, 'auto')"],
  ['session/decide.ts', "if (isOver(session)) return no('already_over')", ''],
  ['session/decide.ts', 'deadline: now.add(minutes(session.lengthMinutes))', 'deadline: session.closesAt'],
  [
    'session/lifecycle.ts',
    'session.startedAt === null && session.endReason === null',
    'session.startedAt === null',
  ],
  // Lifecycles.
  ['lifecycle/machine.ts', 'const mine = here.filter((move) => move.by.includes(by))', 'const mine = here'],
  ['lifecycle/machine.ts', 'if (event.from !== state)', 'if (false as boolean)'],
  ['lifecycle/session.ts', 'f.attemptsLeft > 0 ? null', 'f.attemptsLeft >= 0 ? null'],
  [
    'lifecycle/session.ts',
    'f.violationsConfirmed < f.violationsToStop',
    'f.violationsConfirmed <= f.violationsToStop',
  ],
  [
    'lifecycle/session.ts',
    "f.teacherDecided === 'postpone' && !f.outageReachedLimit",
    '!f.outageReachedLimit',
  ],
  ['lifecycle/attempt.ts', '.filter(({ kind }) => policy.returns[kind])', ''],
  ['lifecycle/attempt.ts', 'isBefore(from, began) ? began : from', 'from'],
  ['lifecycle/attempt.ts', 'outage >= millis(policy.outageLimit)', 'outage > millis(policy.outageLimit)'],
  [
    'lifecycle/attempt.ts',
    'between(absence.from, absence.until) > (',
    'between(absence.from, absence.until) >= (',
  ],
  ['lifecycle/attempt.ts', '(attempt.endedAt === null || isBefore(at, attempt.endedAt))', 'true'],
  ['lifecycle/time-policy.ts', 'exam.leavingMinutes ?? (allowed === 0 ? null : allowed)', 'allowed'],
  ['lifecycle/decision.ts', 'f.annulling && !f.secondPerson', 'false as boolean'],
  [
    'lifecycle/decision.ts',
    "by: ['teacher', 'programme_manager', 'director', 'deputy_director', 'commission'],",
    "by: ['teacher', 'programme_manager', 'director', 'deputy_director', 'commission', 'system'],",
  ],
  ['lifecycle/mark.ts', "by: ['commission'],", "by: ['commission', 'teacher'],"],
  [
    'lifecycle/mark.ts',
    "on: 'dismiss',\n      to: 'dismissed',\n      by: ['proctor'],",
    "on: 'dismiss',\n      to: 'dismissed',\n      by: ['proctor', 'system'],",
  ],
  [
    'lifecycle/appeal.ts',
    'f.usesVideo && f.priorVideoConsent === false',
    'f.usesVideo && f.priorVideoConsent !== true',
  ],
  ['lifecycle/retention.ts', "f.termOver === null ? 'term_not_set' : ", ''],
  ['lifecycle/retention.ts', "f.holds > 0 ? 'still_held' : !f.keyShredded", '!f.keyShredded'],
  ['lifecycle/exam.ts', "f.sessionsRunning > 0 ? 'sessions_running' : null", 'null'],
  ['lifecycle/consent.ts', "f.paper ? 'paper_only' : ", ''],
  ['lifecycle/act.ts', "f.councilsConfigured ? 'councils_first' : ", ''],
  // Seats, people, places.
  ['scheduling/seats.ts', 'persons >= atOnce', 'persons > atOnce'],
  ['scheduling/seats.ts', 'connected.filter(({ examinee }) => examinee !== newcomer.examinee)', 'connected'],
  ['scheduling/seats.ts', 'endedAt && isBefore(endedAt, until) ? endedAt : until', 'until'],
  ['scheduling/staffing.ts', 'Math.ceil(atOnce / perProctor)', 'Math.floor(atOnce / perProctor)'],
  ['scheduling/conflicts.ts', "a.place === b.place ? null : 'two_places'", 'null'],
  ['scheduling/admission.ts', 'if (met !== true)', 'if (met === false)'],
  ['scheduling/admission.ts', "if (!facts.onList) reasons.push({ why: 'not_on_the_list' })", ''],
  // Consent, application, notices, proctors.
  ['consent/signers.ts', "if (person.incapable) return ['representative']", ''],
  ['consent/signers.ts', 'month: 3, day: 1', 'month: 2, day: 28'],
  ['consent/binding.ts', "if (present) return { ok: false, why: 'already_bound' }", ''],
  ['consent/refusal.ts', '!voluntary || alternatives.length > 0', 'true'],
  [
    'consent/withdrawal.ts',
    "if (request.warnedOf !== warning) return { ok: false, why: 'consequences_not_shown' }",
    '',
  ],
  ['application/submission.ts', "override.by === 'umu_head' && ", ''],
  ['notice/notice.ts', "['delivered', 'read'].includes", "['sent', 'delivered', 'read'].includes"],
  ['appointment/proctor.ts', 'card.contract && inForce(card.contract, today)', 'card.contract'],
  [
    'appointment/proctor.ts',
    'one.exam === exam.exam && one.edition === exam.edition',
    'one.exam === exam.exam',
  ],
  // The policy.
  ['policy/override.ts', "return ground.trim() === '' ? 'no_ground' : null", 'return null'],
  [
    'policy/override.ts',
    "bound === 'at_most' ? Number(exam) <= Number(act)",
    "bound === 'at_most' ? Number(exam) >= Number(act)",
  ],
  ['policy/act-policy.ts', "if (policy.stated[key]) return { ok: false, why: 'act_says' }", ''],
  ['policy/law.ts', "said === true && known('consent.biometric') !== true", 'false as boolean'],
  // The recording.
  ['recording/window.ts', 'control.authorizedMs !== null &&', ''],
  [
    'recording/window.ts',
    'nowMs <= control.deauthorizedMs + policy.lateUploadMs',
    'nowMs < control.deauthorizedMs + policy.lateUploadMs',
  ],
  ['recording/closing.ts', 'tracks.length > 0 && tracks.every', 'tracks.every'],
  ['recording/coverage.ts', 'coveredMs += to - Math.max(from, reached)', 'coveredMs += to - from'],
]
