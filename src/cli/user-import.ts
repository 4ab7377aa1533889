import { basename } from "node:path";
import { CheckImport } from "../features/users/schema/imports";
import { checkImport } from "../features/users/server/imports/check-import";
import { getImport } from "../features/users/server/imports/get-import";
import { startImport } from "../features/users/server/imports/start-import";
import { listRunRows } from "../features/users/server/runs/list-run-rows";
import { workRun } from "../features/users/server/runs/work-run";
import { findTenant } from "./find-tenant";
import { required, runScript, UsageError } from "./script";

const shown = 20;

await runScript({
  help: `
Usage: bun run user:import FILE --tenant ID [--change] [--dry-run] [--json]

Brings mailbox users from a CSV file: columns, encoding and separator are guessed. Users who are there already are left as they are, or with
--change brought to what the file says. --dry-run only looks, and says what is wrong in which line.
Exit status: 0 done without a fault, 1 some lines were refused, 2 wrongly called.`,
  options: { tenant: { type: "string" }, change: { type: "boolean" }, "dry-run": { type: "boolean" } },
  words: 1,
  async run({ services, values, positionals: [path], print }) {
    if (!path || !(await Bun.file(path).exists())) throw new UsageError("Say which file to read.");
    const { ctx } = await findTenant(services, "user:import", required(values, "tenant"));
    const content = Buffer.from(await Bun.file(path).bytes()).toString("base64");
    const existing = values.change ? "change" : "skip";
    const input = CheckImport.safeParse({ fileName: basename(path), content, existing });
    if (!input.success) throw new UsageError("The file is larger than 5 MB, or empty.");
    const check = await checkImport(ctx, input.data);
    const { runId, total, wanted } = check;
    const { rows } = await listRunRows(ctx, { runId, state: "failed", limit: shown });
    const faults = rows.flatMap(({ line, issues }) => issues.map((issue) => ({ line, ...issue })));
    const lines = [
      `${total} lines: ${wanted.create} to create, ${wanted.change} to change, ${wanted.skip} to leave, ${wanted.refuse} refused.`,
      ...faults.map(({ line, column, message }) => `  line ${line}, ${column}: ${message}`),
    ];
    if (values["dry-run"]) {
      print(lines.join("\n"), { ...check, faults });
      return wanted.refuse > 0 ? 1 : 0;
    }
    await startImport(ctx, { runId });
    await workRun(services, { tenantId: ctx.tenantId, runId });
    const run = await getImport(ctx, { runId });
    print([...lines, `${run.state}: ${run.done - run.failed} done, ${run.failed} failed.`].join("\n"), {
      ...run,
      faults,
    });
    return run.failed > 0 ? 1 : 0;
  },
});
