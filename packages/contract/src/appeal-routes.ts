// Every route of an appeal, as the server mounts them.
import {
  answerMark,
  askRecusal,
  fileAppeal,
  listAfterExams,
  readAfterExam,
  readMarkAnswers,
  readOwnAppealPaper,
  withdrawAppeal,
} from './after-exam.ts'
import {
  answerRecusal,
  answerVerdict,
  decideAppeal,
  leaveCommission,
  voteOnAppeal,
} from './appeal-verdict.ts'
import {
  admitAppeal,
  changeAppealSetting,
  doAppealStep,
  listAppeals,
  nameCommission,
  readAppeal,
} from './appeals.ts'

export const appealRoutes = {
  listAfterExams,
  readAfterExam,
  answerMark,
  readMarkAnswers,
  fileAppeal,
  withdrawAppeal,
  readOwnAppealPaper,
  listAppeals,
  changeAppealSetting,
  readAppeal,
  admitAppeal,
  nameCommission,
  doAppealStep,
  voteOnAppeal,
  leaveCommission,
  askRecusal,
  answerRecusal,
  decideAppeal,
  answerVerdict,
} as const
