import { onePixel, type Records } from './records.ts'

/** A request that its operation's schema accepts, about records that exist. */
export type SampleRequest = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly version?: number
  readonly file?: { readonly filename: string; readonly bytes: Uint8Array }
  /** Whose document it speaks of: that person is "the employee" of this request. */
  readonly document?: keyof Records['documents']
}

/**
 * One request for each operation, by its key; a further one for the same operation has words after ` · `. A new
 * operation gets its line here, and its row in the access matrix.
 */
export function requestsFor(records: Records): Readonly<Record<string, SampleRequest>> {
  const { year, today, employee, division, post, documents, entityId } = records
  const { draft, submitted, agreed } = documents
  const name = { ar: 'اسم للتجربة', en: 'A trial name' }
  const reason = 'سبب للتجربة'
  const ofYear = { query: { year: String(year) } }
  const of = ({ id, version }: { id: string; version: number }) => ({ params: { id }, version })
  const nextYear = (day: string) => `${year + 1}-${day}`
  const holiday = { startsOn: nextYear('05-01'), endsOn: nextYear('05-02'), nameAr: name.ar, nameEn: name.en }
  const divisionFacts = { kind: 'section', name, parentId: records.parentDivisionId }
  const postFacts = { title: name, family: 'technical', purpose: { ar: '', en: '' }, duties: { ar: [], en: [] } }
  const placement = { divisionId: division.id, postId: post.id, level: 9 }
  const employeeFacts = {
    name,
    civilNumber: '99887766',
    employeeNumber: 'T-1',
    gender: 'female',
    hiredOn: today,
    phone: null,
    email: null,
    inScope: true,
  }
  const absence = { kind: 'training', startsOn: nextYear('06-01'), endsOn: nextYear('06-03'), note: null }
  const membership = { capacity: 'member', from: today, to: null, decision: null }
  const ofDraft = { params: { id: draft.id }, version: draft.version, document: 'draft' } as const
  const inObjective = { ...ofDraft, params: { id: draft.id, objectiveId: draft.objectiveId } }
  const inKeyResult = { ...ofDraft, params: { id: draft.id, keyResultId: draft.keyResultId } }
  const ofSubmitted = { params: { id: submitted.id }, version: submitted.version, document: 'submitted' } as const
  const ofAgreed = { params: { id: agreed.id }, version: agreed.version, document: 'agreed' } as const
  const keyResult = {
    statement: 'نتيجة للتجربة',
    dataType: 'number',
    targets: { below: '1', meets: '2', exceeds: '3' },
    weight: '5',
  }
  const bank = {
    title: 'هدف للتجربة',
    class: 'development',
    divisionId: division.id,
    postId: null,
    planNodeId: null,
    keyResults: [],
  }
  const posts = csv(
    ['رمز الوظيفة', 'مسمى الوظيفة بالعربية', 'مسمى الوظيفة بالإنجليزية', 'المجموعة الوظيفية'],
    ['T-POST-2', 'وظيفة للتجربة', 'A trial post', 'فنية'],
  )
  const plan = csv(['Code', 'Kind', 'Title'], ['1', 'Objective', 'هدف للتجربة'])
  const code = { civilNumber: '99887766', employeeNumber: 'T-1', code: '123456', password: 'a long enough password' }

  const appraisedYear = String(records.appraised.year)
  const ofResult = {
    params: { employeeId: draft.employeeId, year: appraisedYear },
    version: records.appraised.version,
    document: 'draft',
  } as const
  const { calibrated } = records
  const calibratedYear = { year: String(calibrated.year) }
  const inYear = { params: calibratedYear }
  const ofCase = { params: { id: calibrated.caseId }, version: calibrated.caseVersion } as const
  const ofSitting = { params: { id: calibrated.sitting.id }, version: calibrated.sitting.version } as const
  const yearMove = (move: string) => ({ params: { year: appraisedYear }, version: 1, body: { move, reason } })

  const { nominations } = records
  const ofRequested = { ...of(nominations.requested), document: 'draft' } as const
  const ofSent = { ...of(nominations.sent), document: 'submitted' } as const
  const sentFile = { params: { id: nominations.sent.id, fileId: nominations.fileId }, document: 'submitted' } as const
  const inClosing = { params: { documentId: agreed.id }, version: 99, document: 'agreed' } as const
  const onLine = { ...inClosing, params: { documentId: agreed.id, keyResultId: agreed.keyResultId } }
  const onCorrection = {
    ...inClosing,
    params: { documentId: agreed.id, correctionId: records.closing.correctionId },
  }
  const closingMove = (move: string) => ({ ...inClosing, body: { move, note: reason } })

  const { grievance, support } = records
  const ofGrievance = { ...of(grievance), document: 'draft' } as const
  const grievanceFile = { params: { id: grievance.id, fileId: grievance.fileId }, document: 'draft' } as const
  const ofSupport = { ...of(support), document: 'draft' } as const

  return {
    'GET /api/policies': ofYear,
    'GET /api/policies/:key/history': { params: { key: 'document.limits' } },
    'PUT /api/policies/:key': {
      params: { key: 'document.bulk_approve' },
      body: { year: year + 1, value: true, reason },
      version: 0,
    },
    'PUT /api/policies/:key · the curve': {
      params: { key: 'curve.minimum_group' },
      body: { year: year + 1, value: 25, reason },
      version: 0,
    },
    'PUT /api/policies/:key · the bands': {
      params: { key: 'result.bands' },
      body: { year: year + 1, value: { average: 50, good: 85, veryGood: 110 }, reason },
      version: 0,
    },
    'GET /api/policies/proposals/:id': { params: { id: records.proposal.id } },
    'POST /api/policies/proposals/:id/confirm': { params: { id: records.proposal.id } },
    'POST /api/policies/proposals/:id/decline': { params: { id: records.proposal.id }, body: { reason } },
    'POST /api/policies/proposals/:id/withdraw': { params: { id: records.proposal.id } },
    'GET /api/holidays': ofYear,
    'POST /api/holidays': { body: holiday },
    'PUT /api/holidays/:id': { ...of(records.holiday), body: holiday },
    'DELETE /api/holidays/:id': of(records.holiday),

    'GET /api/organization/profile': {},
    'PATCH /api/organization/profile': {
      version: 1,
      body: { name, vision: { ar: 'رؤية', en: '' }, mission: { ar: '', en: '' } },
    },
    'GET /api/organization/logo': {},
    'PUT /api/organization/logo': { version: 1, file: { filename: 'logo.png', bytes: onePixel } },
    'DELETE /api/organization/logo': { version: 1 },
    'GET /api/organization/actors': {},
    'PUT /api/organization/actors/:actor': {
      params: { actor: 'COMMS_MEDIA' },
      body: { divisionIds: [division.id] },
    },
    'GET /api/organization/divisions': {},
    'GET /api/organization/divisions/:id': { params: { id: division.id } },
    'POST /api/organization/divisions': { body: { code: 'T-DIV', ...divisionFacts, from: today } },
    'POST /api/organization/divisions/:id/changes': { ...of(division), body: { ...divisionFacts, from: today } },
    'PATCH /api/organization/divisions/:id/periods/:periodId': {
      params: { id: division.id, periodId: records.divisionPeriodId },
      version: division.version,
      body: { ...divisionFacts, from: '2015-01-01', to: null },
    },
    'POST /api/organization/divisions/:id/close': { ...of(division), body: { lastDay: today } },
    'POST /api/organization/divisions/:id/headships': {
      ...of(division),
      body: { employeeId: employee.id, from: today },
    },
    'GET /api/organization/posts': {},
    'GET /api/organization/posts/:id': { params: { id: post.id } },
    'POST /api/organization/posts': { body: { code: 'T-POST', ...postFacts } },
    'PATCH /api/organization/posts/:id': { ...of(post), body: postFacts },
    'DELETE /api/organization/posts/:id': of(records.unusedPost),
    'GET /api/organization/employees': {},
    'GET /api/organization/employees/export': {},
    'GET /api/organization/employees/:id': { params: { id: employee.id } },
    'POST /api/organization/employees': {
      body: { ...employeeFacts, ...placement, supervisorId: records.supervisorId },
    },
    'PATCH /api/organization/employees/:id': { ...of(employee), body: employeeFacts },
    'POST /api/organization/employees/:id/assignments': { ...of(employee), body: { ...placement, from: today } },
    'PATCH /api/organization/employees/:id/assignments/:periodId': {
      params: { id: employee.id, periodId: records.assignmentId },
      version: employee.version,
      body: { ...placement, from: today, to: null },
    },
    'POST /api/organization/employees/:id/supervisions': {
      ...of(employee),
      body: { supervisorId: records.outsider.id, from: today },
    },
    'PATCH /api/organization/employees/:id/supervisions/:periodId': {
      params: { id: employee.id, periodId: records.supervisionId },
      version: employee.version,
      body: { supervisorId: records.supervisorId, from: today, to: null },
    },
    'POST /api/organization/employees/:id/exit': {
      ...of(employee),
      body: { lastDay: today, successorId: null, reason },
    },
    'DELETE /api/organization/employees/:id/exit': of(employee),
    'POST /api/organization/employees/:id/absences': { params: { id: employee.id }, body: absence },
    'PATCH /api/organization/absences/:id': { ...of(records.absence), body: absence },
    'DELETE /api/organization/absences/:id': of(records.absence),
    'GET /api/organization/people': {},
    'GET /api/organization/delegations': {},
    'GET /api/organization/delegations · of one employee': { query: { of: 'all', employeeId: records.supervisorId } },
    'GET /api/organization/delegations · all': { query: { of: 'all' } },
    'POST /api/organization/delegations': {
      body: {
        delegatorId: records.supervisorId,
        delegateId: records.otherHead.id,
        scopes: ['approve_documents'],
        startsOn: nextYear('02-01'),
        endsOn: nextYear('02-10'),
        reason,
      },
    },
    'POST /api/organization/delegations/:id/revoke': { ...of(records.delegation), body: { reason } },
    'GET /api/organization/memberships': {},
    'POST /api/organization/memberships': { body: { employeeId: employee.id, body: 'experts', ...membership } },
    'PATCH /api/organization/memberships/:id': { ...of(records.membership), body: membership },
    'DELETE /api/organization/memberships/:id': of(records.membership),
    'GET /api/organization/relations': {},
    'GET /api/organization/relations · all': { query: { of: 'all' } },
    'POST /api/organization/relations': { body: { otherId: records.outsider.id, kind: 'family', note: null } },
    'POST /api/organization/relations · for somebody else': {
      body: { employeeId: records.otherHead.id, otherId: records.outsider.id, kind: 'dispute', note: null },
    },
    'POST /api/organization/relations/:id/end': { params: { id: records.relationId } },
    'GET /api/organization/imports/:kind/template': { params: { kind: 'employees' } },
    'POST /api/organization/imports/:kind/preview': { params: { kind: 'posts' }, file: posts },
    'POST /api/organization/imports/:kind': {
      params: { kind: 'posts' },
      query: { on: today, digest: 'not that of this file' },
      file: posts,
    },

    'GET /api/sign-in': {},
    'POST /api/sign-in': { body: { civilNumber: '99887766', password: 'not the password' } },
    'POST /api/first-sign-in/start': { body: { civilNumber: code.civilNumber, employeeNumber: code.employeeNumber } },
    'POST /api/first-sign-in/finish': { body: code },
    'POST /api/password-reset/start': { body: { civilNumber: code.civilNumber } },
    'POST /api/password-reset/finish': {
      body: { civilNumber: code.civilNumber, code: code.code, password: code.password },
    },
    'POST /api/first-administrator': {
      body: { token: 'x'.repeat(40), civilNumber: code.civilNumber, password: code.password },
    },
    'GET /api/sms-messages': {},
    'POST /api/sign-out': {},
    'GET /api/me': {},
    'PATCH /api/me/preferences': { body: { theme: 'dark' } },
    'PUT /api/me/entity': { body: { entityId } },
    'POST /api/me/password': { body: { current: 'not the password', password: code.password } },
    'GET /api/me/sessions': {},
    'DELETE /api/me/sessions': {},
    'DELETE /api/me/sessions/:id': { params: { id: records.sessionId } },
    'GET /api/me/profile': {},
    'PATCH /api/me/profile': { version: 1, body: { displayTitle: 'مسمى للتجربة' } },
    'GET /api/accounts': {},
    'PUT /api/accounts/:employeeId/code': { params: { employeeId: employee.id } },
    'DELETE /api/accounts/:employeeId/sessions': { params: { employeeId: employee.id } },
    'GET /api/role-grants': {},
    'POST /api/role-grants': { body: { employeeId: employee.id, role: 'communication', reason } },
    'POST /api/role-grants/:id/revoke': { params: { id: records.roleGrantId }, body: { reason } },
    'GET /api/first-steps': {},
    'GET /api/entities': {},
    'POST /api/entities': { body: { code: 'trial-entity', nameAr: name.ar, nameEn: name.en } },

    'GET /api/home': {},
    'GET /api/inbox': {},
    'GET /api/inbox/done': {},
    'POST /api/inbox/bulk': { body: { ids: [records.workItemId], move: 'sendBack', comment: reason } },
    'GET /api/notices': {},
    'POST /api/notices/read': { body: {} },

    'GET /api/vision': {},

    'GET /api/plan': ofYear,
    'GET /api/plan · a draft version': { query: { year: String(year), version: records.draftPlan.id } },
    'GET /api/plan/nodes/:id': { params: { id: records.nodeId } },
    'GET /api/plan/versions': ofYear,
    'GET /api/plan/template': ofYear,
    'GET /api/plan/versions/:id/sheet': { params: { id: records.approvedPlan.id } },
    'POST /api/plan/versions/preview': { ...ofYear, file: plan },
    'POST /api/plan/versions': { ...ofYear, file: plan },
    'POST /api/plan/versions/:id/preliminary': of(records.draftPlan),
    'POST /api/plan/versions/:id/approve': {
      ...of(records.draftPlan),
      body: { approvedOn: today, reference: 'قرار للتجربة' },
    },
    'DELETE /api/plan/versions/:id': of(records.draftPlan),
    'GET /api/plan/directions': ofYear,
    'POST /api/plan/directions': { body: { year, divisionId: division.id, body: 'توجيه للتجربة' } },
    'PUT /api/plan/directions/:id': { ...of(records.direction), body: { body: 'توجيه للتجربة' } },
    'POST /api/plan/directions/:id/publish': of(records.direction),
    'DELETE /api/plan/directions/:id': of(records.direction),

    'GET /api/performance/documents': {},
    'GET /api/performance/documents/:id': { ...ofDraft },
    'GET /api/performance/documents/:id/comparison': { ...ofSubmitted, query: { from: '1' } },
    'GET /api/performance/documents/:id/pdf': { ...ofAgreed },
    'POST /api/performance/documents/:id/objectives': {
      ...ofDraft,
      body: { title: 'هدف للتجربة', class: 'annual_plan', nodeIds: [records.nodeId] },
    },
    'POST /api/performance/documents/:id/objectives · from the bank': {
      ...ofDraft,
      body: { bankObjectiveId: records.bankObjective.id },
    },
    'PATCH /api/performance/documents/:id/objectives/:objectiveId': { ...inObjective, body: { title: 'هدف للتجربة' } },
    'DELETE /api/performance/documents/:id/objectives/:objectiveId': inObjective,
    'PUT /api/performance/documents/:id/objectives/:objectiveId/links': {
      ...inObjective,
      body: { nodeIds: [records.nodeId] },
    },
    'PUT /api/performance/documents/:id/order': {
      ...ofDraft,
      body: { objectives: [{ id: draft.objectiveId, keyResultIds: [draft.keyResultId] }] },
    },
    'POST /api/performance/documents/:id/objectives/:objectiveId/key-results': { ...inObjective, body: keyResult },
    'POST /api/performance/documents/:id/objectives/:objectiveId/key-results/paste': {
      ...inObjective,
      body: { rows: [keyResult] },
    },
    'PATCH /api/performance/documents/:id/key-results/:keyResultId': { ...inKeyResult, body: { weight: '7.5' } },
    'DELETE /api/performance/documents/:id/key-results/:keyResultId': inKeyResult,
    'POST /api/performance/documents/:id/moves · submit': { ...ofDraft, body: { move: 'submit' } },
    'POST /api/performance/documents/:id/moves · draftFor': { ...ofDraft, body: { move: 'draftFor' } },
    'POST /api/performance/documents/:id/moves · submitFor': { ...ofDraft, body: { move: 'submitFor' } },
    'POST /api/performance/documents/:id/moves · object': { ...ofDraft, body: { move: 'object', note: reason } },
    'POST /api/performance/documents/:id/moves · withdraw': { ...ofSubmitted, body: { move: 'withdraw' } },
    'POST /api/performance/documents/:id/moves · withdrawAmended': {
      ...ofSubmitted,
      body: { move: 'withdrawAmended' },
    },
    'POST /api/performance/documents/:id/moves · sendBack': {
      ...ofSubmitted,
      body: { move: 'sendBack', note: reason },
    },
    'POST /api/performance/documents/:id/moves · agree': { ...ofSubmitted, body: { move: 'agree' } },
    'POST /api/performance/documents/:id/moves · requestAmendment': {
      ...ofAgreed,
      body: { move: 'requestAmendment', note: reason },
    },
    'POST /api/performance/documents/:id/moves · acceptAmendment': { ...ofAgreed, body: { move: 'acceptAmendment' } },
    'POST /api/performance/documents/:id/moves · declineAmendment': {
      ...ofAgreed,
      body: { move: 'declineAmendment', note: reason },
    },
    'POST /api/performance/documents/:id/moves · withdrawAmendment': {
      ...ofAgreed,
      body: { move: 'withdrawAmendment' },
    },
    'POST /api/performance/documents/:id/moves · cancelAmendment': {
      ...ofAgreed,
      body: { move: 'cancelAmendment', note: reason },
    },
    'POST /api/performance/documents/:id/comments': { ...ofSubmitted, body: { body: 'ملاحظة للتجربة' } },
    'POST /api/performance/documents/:id/comments/:commentId/resolve': {
      ...ofSubmitted,
      params: { id: submitted.id, commentId: records.commentId },
    },
    'POST /api/performance/documents/:id/meetings': {
      ...ofSubmitted,
      body: { heldAt: `${today}T04:00:00Z`, mode: 'video' },
    },
    'GET /api/performance/team': {},
    'GET /api/performance/approvals': {},
    'POST /api/performance/decisions': {
      document: 'submitted',
      body: { move: 'sendBack', note: reason, documents: [{ id: submitted.id, version: submitted.version }] },
    },
    'GET /api/performance/cycles': {},
    'PUT /api/performance/cycles/years/:year': { params: { year: String(year + 2) }, body: { kind: 'half' } },
    'POST /api/performance/cycles/:id/open': of(records.plannedCycle),
    'GET /api/performance/bank': {},
    'POST /api/performance/bank': { body: bank },
    'PUT /api/performance/bank/:id': { ...of(records.bankObjective), body: bank },
    'POST /api/performance/bank/:id/retire': of(records.bankObjective),
    'GET /api/performance/completion': {},
    'GET /api/performance/completion/people': {},
    'GET /api/performance/completion/export': {},

    'GET /api/assessments': {},
    'GET /api/assessments/:documentId': inClosing,
    'GET /api/assessments/:documentId/pdf': inClosing,
    'PATCH /api/assessments/:documentId/lines/:keyResultId': { ...onLine, body: { actual: '9' } },
    'POST /api/assessments/:documentId/lines/:keyResultId/evidence': {
      ...onLine,
      file: { filename: 'trial.csv', bytes: Buffer.from('a,b\n1,2\n') },
    },
    'GET /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId': {
      ...onLine,
      params: { ...onLine.params, evidenceId: records.closing.evidenceId },
    },
    'DELETE /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId': {
      ...onLine,
      params: { ...onLine.params, evidenceId: records.closing.removableId },
    },
    'PUT /api/assessments/:documentId/difficulties': { ...inClosing, body: { none: true, items: [] } },
    'PUT /api/assessments/:documentId/feedback': { ...inClosing, body: { strengths: reason, improvements: reason } },
    'POST /api/assessments/:documentId/meetings': {
      ...inClosing,
      body: { heldAt: `${today}T05:00:00Z`, mode: 'chat', notes: '' },
    },
    'PUT /api/assessments/:documentId/acceptance': { ...inClosing, body: { accepted: true } },
    'POST /api/assessments/:documentId/corrections': {
      ...inClosing,
      body: { keyResultId: agreed.keyResultId, actual: '9', reasonCode: 'ACT-01', reasonText: reason },
    },
    'POST /api/assessments/:documentId/corrections/:correctionId/answer': {
      ...onCorrection,
      body: { answer: 'agreed' },
    },
    'POST /api/assessments/:documentId/corrections/:correctionId/ruling': {
      ...onCorrection,
      body: { ruling: 'confirmed', note: reason },
    },
    'DELETE /api/assessments/:documentId/corrections/:correctionId': onCorrection,
    'POST /api/assessments/:documentId/moves · open': closingMove('open'),
    'POST /api/assessments/:documentId/moves · backToPlan': closingMove('backToPlan'),
    'POST /api/assessments/:documentId/moves · recordFor': closingMove('recordFor'),
    'POST /api/assessments/:documentId/moves · send': closingMove('send'),
    'POST /api/assessments/:documentId/moves · sendFor': closingMove('sendFor'),
    'POST /api/assessments/:documentId/moves · object': closingMove('object'),
    'POST /api/assessments/:documentId/moves · withdraw': closingMove('withdraw'),
    'POST /api/assessments/:documentId/moves · sendBack': closingMove('sendBack'),
    'POST /api/assessments/:documentId/moves · approve': closingMove('approve'),
    'POST /api/assessments/:documentId/moves · reopen': closingMove('reopen'),
    'GET /api/assessment/queue': {},
    'POST /api/assessment/decisions': {
      document: 'agreed',
      body: { move: 'approve', documents: [{ id: agreed.id, version: 1 }] },
    },
    'GET /api/assessment/team': {},
    'GET /api/assessment/feedback': { document: 'agreed', query: { employeeId: agreed.employeeId } },
    'GET /api/assessment/feedback/people': {},
    'POST /api/assessment/feedback': {
      document: 'agreed',
      body: { employeeId: agreed.employeeId, kind: 'praise', body: 'كلمة للتجربة' },
    },
    'POST /api/assessment/feedback/read': {},
    'GET /api/assessment/cycles/:id/closing': { params: { id: records.openCycleId } },
    'GET /api/assessment/cycles/:id/closing/people': { params: { id: records.openCycleId } },
    'POST /api/assessment/cycles/:id/close': { params: { id: records.openCycleId }, version: 99, body: {} },
    'POST /api/assessment/results/:cycleId/:employeeId/decision': {
      params: { cycleId: records.counted.cycleId, employeeId: agreed.employeeId },
      version: records.counted.version,
      document: 'agreed',
      body: { decision: 'excluded', reason },
    },

    'GET /api/appraisal/mine': {},
    'GET /api/appraisal/results/:employeeId/:year': ofResult,
    'GET /api/appraisal/results/:employeeId/:year/pdf': ofResult,
    'GET /api/appraisal/results/:employeeId/:year/json': ofResult,
    'POST /api/appraisal/results/:employeeId/:year/read': ofResult,
    'PUT /api/appraisal/results/:employeeId/:year/view': {
      ...ofResult,
      body: { rank: 'weak', reasonCode: 'SUP-01', reasonText: reason },
    },
    'DELETE /api/appraisal/results/:employeeId/:year/view': ofResult,
    'GET /api/appraisal/team': {},
    'GET /api/appraisal/line': {},
    'PUT /api/appraisal/years/:year/approvals/:officialId': {
      params: { year: appraisedYear, officialId: records.appraised.approverId },
      version: 1,
      body: { decision: 'approved' },
    },
    'GET /api/appraisal/years': {},
    'GET /api/appraisal/years/:year': { params: { year: appraisedYear } },
    'POST /api/appraisal/years/:year/moves · freeze': yearMove('freeze'),
    'POST /api/appraisal/years/:year/moves · refreeze': yearMove('refreeze'),
    'POST /api/appraisal/years/:year/moves · sendBack': yearMove('sendBack'),
    'POST /api/appraisal/years/:year/moves · confirm': yearMove('confirm'),
    'POST /api/appraisal/years/:year/moves · publish': yearMove('publish'),
    'POST /api/appraisal/years/:year/late': { params: { year: appraisedYear } },
    'GET /api/appraisal/distribution': { query: { year: appraisedYear } },
    'GET /api/appraisal/excellent': { query: { year: appraisedYear } },
    'GET /api/appraisal/record': {},
    'GET /api/appraisal/record/pdf': {},
    'GET /api/appraisal/record/json': {},

    'GET /api/calibration/years': {},
    'GET /api/calibration/:year': inYear,
    'GET /api/calibration/:year/people': inYear,
    'GET /api/calibration/:year/data': inYear,
    'GET /api/calibration/:year/export/people': inYear,
    'GET /api/calibration/:year/export/distribution': inYear,
    'GET /api/calibration/:year/cases': inYear,
    'POST /api/calibration/:year/cases': {
      ...inYear,
      body: { employeeId: draft.employeeId, question: 'سؤال عن هذه النتيجة للتجربة' },
    },
    'GET /api/calibration/cases/:id': ofCase,
    'PUT /api/calibration/cases/:id/vote': { ...ofCase, body: { rank: 'good' } },
    'POST /api/calibration/cases/:id/recusals': { ...ofCase, body: { note: reason } },
    'POST /api/calibration/cases/:id/decision': {
      ...ofCase,
      body: { rank: 'good', reasonCode: 'CAL-01', reasonText: reason },
    },
    'POST /api/calibration/cases/:id/withdraw': { ...ofCase, body: { reason } },
    'POST /api/calibration/:year/sittings': { ...inYear, body: { heldOn: nextYear('01-10'), agenda: '' } },
    'GET /api/calibration/sittings/:id': ofSitting,
    'PATCH /api/calibration/sittings/:id': { ...ofSitting, body: { minutes: reason } },
    'PUT /api/calibration/sittings/:id/attendance/:memberId': {
      params: { id: calibrated.sitting.id, memberId: calibrated.memberId },
      body: { present: true },
    },
    'POST /api/calibration/sittings/:id/moves': { ...ofSitting, body: { move: 'open' } },
    'GET /api/calibration/sittings/:id/minutes': ofSitting,
    'GET /api/calibration/:year/fairness': inYear,
    'PUT /api/calibration/:year/fairness/:id/answer': {
      params: { ...calibratedYear, id: calibrated.findingId },
      version: 1,
      body: { answer: 'رد مكتوب للتجربة' },
    },
    'GET /api/calibration/:year/integrity': inYear,
    'PUT /api/calibration/:year/integrity/:id/answer': {
      params: { ...calibratedYear, id: calibrated.questionId },
      version: 1,
      body: { answer: 'رد مكتوب للتجربة' },
    },
    'POST /api/calibration/:year/signatures': { ...inYear, body: { digest: '0'.repeat(64) } },
    'DELETE /api/calibration/:year/signatures': inYear,

    'GET /api/excellence/mine': {},
    'POST /api/excellence/requests': {
      body: { year: nominations.year, request: 'طلب ترشيح للتجربة' },
      document: 'agreed',
    },
    'GET /api/excellence/team': {},
    'POST /api/excellence': {
      body: { year: nominations.year, employeeId: agreed.employeeId },
      document: 'agreed',
    },
    'GET /api/excellence/cases': {},
    'GET /api/excellence/projects': { query: { year: String(nominations.year) } },
    'POST /api/excellence/projects': { body: { year: nominations.year, title: 'مشروع للتجربة', note: '' } },
    'POST /api/excellence/projects/:id/end': { params: { id: nominations.projectId } },
    'GET /api/excellence/:id': ofSent,
    'GET /api/excellence/:id · requested': ofRequested,
    'DELETE /api/excellence/:id': ofRequested,
    'PUT /api/excellence/:id/claims/:condition': {
      ...ofRequested,
      params: { ...ofRequested.params, condition: 'works' },
      body: { words: reason, projectId: null },
    },
    'POST /api/excellence/:id/files': {
      ...ofRequested,
      query: { condition: 'works' },
      file: { filename: 'evidence.png', bytes: onePixel },
    },
    'GET /api/excellence/:id/files/:fileId': sentFile,
    'GET /api/excellence/:id/files/:fileId/preview': sentFile,
    'POST /api/excellence/:id/links': {
      ...ofRequested,
      body: { condition: 'works', keyResultId: draft.keyResultId },
    },
    'DELETE /api/excellence/:id/evidence/:evidenceId': {
      ...ofSent,
      params: { id: nominations.sent.id, evidenceId: nominations.evidenceId },
    },
    'PUT /api/excellence/:id/findings/:condition': {
      ...ofSent,
      params: { id: nominations.sent.id, condition: 'works' },
      body: { met: true, note: reason },
    },
    'POST /api/excellence/:id/moves · refuse': {
      ...ofRequested,
      body: { move: 'refuse', reasonCode: 'EXC-03', reason: 'سبب مكتوب للتجربة' },
    },
    'POST /api/excellence/:id/moves · ratify': {
      ...ofSent,
      body: { move: 'ratify', reasonCode: 'EXC-01', reason: 'سبب مكتوب للتجربة' },
    },

    'GET /api/grievances/mine': {},
    'POST /api/grievances': { body: { year: 2001 } },
    'GET /api/grievances': {},
    'GET /api/grievances/report': {},
    'GET /api/grievances/report/export': {},
    'GET /api/grievances/:id': ofGrievance,
    'PUT /api/grievances/:id': {
      ...ofGrievance,
      body: { request: reason, grounds: [{ ground: 'calculation', statement: reason }] },
    },
    'DELETE /api/grievances/:id': ofGrievance,
    'POST /api/grievances/:id/files': {
      ...ofGrievance,
      query: { ground: 'calculation' },
      file: { filename: 'evidence.png', bytes: onePixel },
    },
    'GET /api/grievances/:id/files/:fileId': grievanceFile,
    'GET /api/grievances/:id/files/:fileId/preview': grievanceFile,
    'DELETE /api/grievances/:id/files/:fileId': { ...grievanceFile, version: grievance.version },
    'POST /api/grievances/:id/moves · file': { ...ofGrievance, body: { move: 'file' } },
    'POST /api/grievances/:id/moves · withdraw': { ...ofGrievance, body: { move: 'withdraw' } },
    'POST /api/grievances/:id/moves · acknowledge': { ...ofGrievance, body: { move: 'acknowledge' } },
    'POST /api/grievances/:id/moves · admit': { ...ofGrievance, body: { move: 'admit', note: reason } },
    'POST /api/grievances/:id/panel': {
      ...ofGrievance,
      body: { memberIds: [records.outsider.id, records.otherHead.id], chairId: records.outsider.id },
    },
    'POST /api/grievances/:id/panel/step-down': { ...ofGrievance, body: { note: reason } },
    'POST /api/grievances/:id/hearings': {
      ...ofGrievance,
      body: { heldAt: `${today}T04:00:00Z`, mode: 'video', attendance: reason, record: `${reason} ومحضرها` },
    },
    'PUT /api/grievances/:id/opinion': { ...ofGrievance, body: { opinion: 'upheld', note: '' } },
    'POST /api/grievances/:id/evaluation': {
      ...ofGrievance,
      body: { evaluatorId: records.outsider.id, question: reason },
    },
    'POST /api/grievances/:id/evaluation/finding': { ...ofGrievance, body: { rank: 'good', finding: reason } },
    'POST /api/grievances/:id/decision': {
      ...ofGrievance,
      body: {
        outcome: 'rejected',
        reasonCode: 'GRV-08',
        reasoning: `${reason} ولم يثبت شيء مما ذُكر`,
        findings: [{ ground: 'calculation', accepted: false, finding: reason }],
        rank: null,
        result: null,
      },
    },
    'POST /api/grievances/:id/extension': { ...ofGrievance, body: { until: nextYear('01-01'), reason } },
    'GET /api/grievances/:id/letter': ofGrievance,
    'GET /api/low-performance/mine': {},
    'GET /api/low-performance': {},
    'GET /api/low-performance/:id': ofSupport,
    'PUT /api/low-performance/:id/words': { ...ofSupport, body: { words: reason } },
    'POST /api/low-performance/:id/answers': { ...ofSupport, body: { body: reason } },
    'PUT /api/low-performance/:id/study': {
      ...ofSupport,
      body: { causes: [{ cause: 'tools', note: '' }], text: reason },
    },
    'PUT /api/low-performance/:id/plan': {
      ...ofSupport,
      body: {
        aim: reason,
        startsOn: nextYear('01-01'),
        endsOn: nextYear('03-01'),
        measures: [{ kind: 'training', measure: reason, ownerId: records.outsider.id, dueOn: nextYear('02-01') }],
      },
    },
    'POST /api/low-performance/:id/begin': ofSupport,
    'POST /api/low-performance/:id/measures/:measureId': {
      ...ofSupport,
      params: { id: support.id, measureId: support.measureId },
      body: { status: 'done', note: '' },
    },
    'POST /api/low-performance/:id/reviews': { ...ofSupport, body: { progress: 'slow', record: reason } },
    'POST /api/low-performance/:id/close': { ...ofSupport, body: { outcome: 'improved', reason } },
    'GET /api/search': { query: { q: 'خدمات' } },
  }
}

/** The operation of a request's key. */
export function operationOf(key: string): string {
  return key.split(' · ')[0] ?? key
}

/** The address of a request. */
export function urlOf(key: string, { params = {}, query }: SampleRequest): string {
  const [, pattern = ''] = operationOf(key).split(' ')
  const path = pattern.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part] ?? ''))
  return query ? `${path}?${new URLSearchParams(query)}` : path
}

function csv(headings: readonly string[], ...rows: readonly string[][]) {
  const lines = [headings, ...rows].map((cells) => cells.join(','))
  return { filename: 'file.csv', bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`) }
}
