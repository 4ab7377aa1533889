import type { Expectations } from "./testing-expectation";

/** `auth.team.*`. */
export const teamExpectations: Expectations = {};
