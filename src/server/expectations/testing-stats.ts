import type { Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const range = { range: "month", timeZone: "Europe/Berlin" };

/** `users.stats.*`: figures of mail, and what needs a look. */
export const statsExpectations: Expectations = {
  "users.stats.attention": look,
  "users.stats.series": { ...look, input: ({ domainId, userId }) => ({ ...range, domainId, userId }) },
  "users.stats.top": { ...look, input: ({ domainId }) => ({ range: "week", of: "users", by: "sent", domainId }) },
};
