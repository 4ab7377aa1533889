import type { Expectations } from "./testing-expectation";

/** `auth.security.*`. */
export const securityExpectations: Expectations = {};
