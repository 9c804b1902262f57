/** Every place of the desk, so that a moved page is moved once. */
export const routes = {
  /** `to`: where to go after it, on this desk. */
  signIn: (to?: string | null) =>
    to ? (`/sign-in?to=${encodeURIComponent(to)}` as const) : ("/sign-in" as const),
  today: () => "/" as const,
  debtors: () => "/debtors" as const,
  newDebtor: () => "/debtors/new" as const,
  debtor: (id: string) => `/debtors/${id}` as const,
  editDebtor: (id: string) => `/debtors/${id}/edit` as const,
  mandateDraft: () => "/api/desk/mandate-draft" as const,
  invitation: (id: string) => `/mandates/${id}/invitation` as const,
  mandates: () => "/mandates" as const,
  imports: () => "/mandates/import" as const,
  import: (id: string) => `/mandates/import/${id}` as const,
  /** Where a file is sent to, piece by piece. */
  importUpload: () => "/api/desk/imports" as const,
  importVersion: (id: string) => `/api/desk/imports/${id}` as const,
  importErrors: (id: string) => `/api/desk/imports/${id}/errors` as const,
  importTemplate: (agreementId: string) => `/api/desk/import-template/${agreementId}` as const,
  newMandate: () => "/mandates/new" as const,
  mandate: (id: string) => `/mandates/${id}` as const,
  /** The evidence of a mandate as one file. */
  mandateEvidence: (id: string) => `/mandates/${id}/evidence` as const,
  payments: () => "/payments" as const,
  newPayment: () => "/payments/new" as const,
  /** The landing preview of the form, as JSON. */
  landing: () => "/payments/new/landing" as const,
  /** A payment that is only at the provider, by its task. */
  foundPayment: (taskId: string) => `/payments/found/${taskId}` as const,
  payment: (id: string) => `/payments/${id}` as const,
  /** One verb for many rows of a list: the look before, the work, and what came of it. */
  bulk: (list: "payments" | "mandates", id: string) => `/${list}/bulk/${id}` as const,
  bulkVersion: (id: string) => `/api/desk/bulk/${id}` as const,
  runs: () => "/runs" as const,
  newRun: () => "/runs/new" as const,
  run: (id: string) => `/runs/${id}` as const,
  runVersion: (id: string) => `/api/desk/runs/${id}` as const,
  deadlines: () => "/deadlines" as const,
  connections: () => "/connections" as const,
  newConnection: () => "/connections/new" as const,
  connection: (id: string) => `/connections/${id}` as const,
  connectionAgreement: (id: string) => `/connections/${id}/agreement` as const,
  connectionCredential: (id: string) => `/connections/${id}/credential` as const,
  connectionVersion: (id: string) => `/api/desk/connections/${id}` as const,
  fence: () => "/fence" as const,
  activity: () => "/activity" as const,
  submissions: () => "/activity/submissions" as const,
  submission: (id: string) => `/activity/submissions/${id}` as const,
  events: () => "/activity/events" as const,
  event: (id: string) => `/activity/events/${id}` as const,
  eventVersion: (id: string) => `/api/desk/events/${id}` as const,
  /** A list's view as a file. */
  exported: (list: "payments" | "mandates" | "debtors") => `/api/desk/export/${list}` as const,
  /** How many rows match a view; asked by POST, for some of them may be unticked. */
  selectionCount: () => "/api/desk/selection-count" as const,
  settings: () => "/settings" as const,
  recordVersion: (noun: string, id: string) => `/api/desk/records/${noun}/${id}` as const,
  /** Asked by POST: what is looked for never stands in an address. */
  search: () => "/api/desk/search" as const,
  mandateCheck: () => "/api/desk/mandate-check" as const,
};
