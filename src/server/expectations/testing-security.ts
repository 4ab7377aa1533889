import { type Expectations, goodPassword as password } from "./testing-expectation";

const credential = { id: "a2V5", rawId: "a2V5", type: "public-key", clientExtensionResults: {} };
export const passkeyAnswer = {
  ...credential,
  response: { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA", userHandle: "AA" },
};

/** `auth.security.*`. */
export const securityExpectations: Expectations = {
  "auth.security.get": { who: "member", isOpenToRestricted: true },
  "auth.security.setPolicy": {
    ...{ who: "member", roles: ["owner"], isFresh: true },
    input: () => ({ requiresSecondFactor: false }),
  },
  "auth.security.beginTotp": { who: "member", isOpenToRestricted: true, isFresh: true },
  "auth.security.confirmTotp": {
    ...{ who: "member", isOpenToRestricted: true, isFresh: true },
    input: () => ({ setup: "sealed", code: "123456", signOutOthers: false }),
  },
  "auth.security.removeTotp": {
    ...{ who: "member", isOpenToRestricted: true, isFresh: true },
    input: () => ({ signOutOthers: false }),
  },
  "auth.security.renewRecoveryCodes": { who: "member", isOpenToRestricted: true, isFresh: true },
  "auth.security.beginPasskey": { who: "member", isOpenToRestricted: true, isFresh: true },
  "auth.security.addPasskey": {
    ...{ who: "member", isOpenToRestricted: true, isFresh: true },
    input: () => ({
      ...{ name: "Phone", signOutOthers: false },
      made: { ...credential, response: { clientDataJSON: "e30", attestationObject: "oA", transports: ["usb"] } },
    }),
  },
  "auth.security.renamePasskey": {
    ...{ who: "member", isOpenToRestricted: true },
    input: ({ passkeyId }) => ({ passkeyId, name: "Phone" }),
  },
  "auth.security.removePasskey": {
    ...{ who: "member", isOpenToRestricted: true, isFresh: true },
    input: ({ passkeyId }) => ({ passkeyId, signOutOthers: false }),
  },
  "auth.security.sessions": {
    ...{ who: "member", isOpenToRestricted: true },
    input: ({ sessionId }) => ({ after: sessionId, limit: 10 }),
  },
  "auth.security.endSession": {
    ...{ who: "member", isOpenToRestricted: true },
    input: ({ sessionId }) => ({ sessionId }),
  },
  "auth.security.endOtherSessions": { who: "member", isOpenToRestricted: true },
  "auth.security.askPasskeyToStepUp": { who: "member", isOpenToRestricted: true },
  "auth.security.stepUpPasskey": {
    ...{ who: "member", isOpenToRestricted: true },
    input: () => ({ answer: passkeyAnswer }),
  },
  "auth.security.proofMethods": { who: "member", isOpenToRestricted: true },
  "auth.security.stepUp": { who: "member", isOpenToRestricted: true, input: () => ({ password, code: "123456" }) },
  "auth.security.requireFresh": { who: "member", isOpenToRestricted: true, isFresh: true },
  "auth.security.identities": { who: "member", isOpenToRestricted: true },
  "auth.security.link": { who: "member", isFresh: true, input: () => ({ provider: "google" }) },
  "auth.security.unlink": { who: "member", isFresh: true, input: ({ identityId }) => ({ identityId }) },
};
