import { activeDomain } from "~/features/domains/server/testing-domains";
import { checkImport } from "~/features/users/server/imports/check-import";
import { CheckImport } from "~/features/users/schema/imports";
import { type Acts, byOwner } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
const fileFor = (name: string) => ({
  content: Buffer.from(`address,name\neve@${name},Eve\n`).toString("base64"),
  fileName: "people.csv",
});

/** Imports of mailbox users. */
export const importActs: Acts = {
  "users.imports.preview": { isSilent: "it reads a file and keeps nothing" },
  "users.imports.check": {
    audits: ["import.check"],
    call: byOwner(async (ctx, { services }) => {
      const name = newName();
      await activeDomain(services, ctx, name);
      return fileFor(name);
    }),
  },
  "users.imports.start": {
    audits: ["import.start"],
    call: byOwner(async (ctx, { services }) => {
      const name = newName();
      await activeDomain(services, ctx, name);
      return { runId: (await checkImport(ctx, CheckImport.parse(fileFor(name)))).runId };
    }),
  },
};
