import type { Expectations } from "./testing-expectation";

/** `auth.webhooks.*`. */
export const webhooksExpectations: Expectations = {};
