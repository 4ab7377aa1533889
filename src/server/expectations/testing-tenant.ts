import type { Expectations } from "./testing-expectation";

/** `auth.tenant.*`. */
export const tenantExpectations: Expectations = {};
