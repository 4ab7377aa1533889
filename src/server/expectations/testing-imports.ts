import { type Expectations, userAdministrators as roles } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "member", roles } as const;
const content = Buffer.from("address,name\nana@x.test,Ana\n").toString("base64");
const reading = { content, encoding: "utf-8", separator: "," } as const;

/** `users.imports.*`. */
export const importsExpectations: Expectations = {
  "users.imports.preview": { ...change, input: () => ({ ...reading }) },
  "users.imports.check": {
    ...change,
    input: ({ domainId }) => ({
      ...{ ...reading, fileName: "people.csv", hasHead: true, mapping: ["address", "displayName"] },
      ...{ existing: "skip", quotaBytes: 1024 ** 3, domainId },
    }),
  },
  "users.imports.get": { ...look, input: ({ runId }) => ({ runId }) },
  "users.imports.start": { ...change, input: ({ runId }) => ({ runId }) },
};
