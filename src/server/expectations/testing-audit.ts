import type { Expectations } from "./testing-expectation";

/** `auth.audit.*`. */
export const auditExpectations: Expectations = {};
