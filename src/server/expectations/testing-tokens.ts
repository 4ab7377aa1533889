import type { Expectations } from "./testing-expectation";

/** `auth.tokens.*`. */
export const tokensExpectations: Expectations = {};
