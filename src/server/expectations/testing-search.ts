import type { Expectations } from "./testing-expectation";

/** `webmail.search.*`. */
export const searchExpectations: Expectations = {
  "webmail.search.find": {
    who: "mailbox",
    input: () => ({ query: "from:ana plan", timeZone: "Europe/Berlin", after: "0", limit: 5 }),
  },
};
