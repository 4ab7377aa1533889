/** URNs of the capabilities that the engine speaks. */
export const capability = {
  core: "urn:ietf:params:jmap:core",
  mail: "urn:ietf:params:jmap:mail",
  submission: "urn:ietf:params:jmap:submission",
  vacation: "urn:ietf:params:jmap:vacationresponse",
  sieve: "urn:ietf:params:jmap:sieve",
  blob: "urn:ietf:params:jmap:blob",
  quota: "urn:ietf:params:jmap:quota",
  stalwart: "urn:stalwart:jmap",
} as const;

/** Capabilities that `using` may name. Stalwart's others are accepted there although the engine has no such objects. */
export const knownCapabilities: ReadonlySet<string> = new Set([
  ...Object.values(capability),
  "urn:ietf:params:jmap:principals",
  "urn:ietf:params:jmap:contacts",
  "urn:ietf:params:jmap:calendars",
  "urn:ietf:params:jmap:websocket",
  "urn:ietf:params:jmap:emailpush",
  "urn:ietf:params:jmap:mail:share",
  "urn:ietf:params:jmap:filenode",
]);

/** The account capabilities with what they tell and the permission a credential needs to see them. */
export const accountCapabilities: Record<string, { permission: string | null; details: Record<string, unknown> }> = {
  [capability.mail]: {
    permission: "jmapEmailGet",
    details: {
      maxMailboxesPerEmail: null,
      maxMailboxDepth: 10,
      maxSizeMailboxName: 255,
      maxSizeAttachmentsPerEmail: 50_000_000,
      emailQuerySortOptions: [
        "receivedAt",
        "size",
        "from",
        "to",
        "subject",
        "sentAt",
        "hasKeyword",
        "allInThreadHaveKeyword",
        "someInThreadHaveKeyword",
      ],
      mayCreateTopLevelMailbox: true,
    },
  },
  [capability.submission]: {
    permission: "jmapEmailSubmissionCreate",
    details: { maxDelayedSend: 2_592_000, submissionExtensions: { FUTURERELEASE: [], SIZE: [], DSN: [] } },
  },
  [capability.vacation]: { permission: "jmapVacationResponseGet", details: {} },
  [capability.quota]: { permission: "jmapQuotaGet", details: {} },
  [capability.sieve]: {
    permission: "jmapSieveScriptGet",
    details: {
      maxSizeScriptName: 512,
      maxSizeScript: 102_400,
      maxNumberScripts: 100,
      maxNumberRedirects: 1,
      // What is run here; Stalwart has many more.
      sieveExtensions: ["copy", "date", "envelope", "fileinto", "imap4flags", "mailbox", "relational", "vacation"],
      notificationMethods: null,
      externalLists: null,
    },
  },
  [capability.blob]: {
    permission: "jmapBlobGet",
    details: {
      maxSizeBlobSet: 7_499_488,
      maxDataSources: 16,
      supportedTypeNames: ["Email", "Thread", "SieveScript"],
      supportedDigestAlgorithms: ["sha", "sha-256", "sha-512"],
    },
  },
  [capability.stalwart]: { permission: null, details: {} },
};
