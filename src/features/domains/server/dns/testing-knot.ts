import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../../server/testing-port";
import type { TsigKey } from "./tsig";

/** Without the program what is tested with it is skipped. */
export const hasKnot = Bun.which("knotd") !== null;
if (!hasKnot) console.log("Changes of a zone are not tested against Knot DNS: there is no knotd here.");

/** A real Knot DNS on loopback: primary server of `zone`, which takes updates under `key`. */
export async function startKnot(key: TsigKey, zone: string) {
  const folder = mkdtempSync(join(tmpdir(), "knot-"));
  const port = await freePort();
  const soa = `@ 60 IN SOA ns.${zone}. hostmaster.${zone}. 1 60 60 600 60\n@ 60 IN NS ns.${zone}.\nns 60 IN A 127.0.0.1\n`;
  writeFileSync(join(folder, "zone"), `${soa}taken 60 IN CNAME elsewhere.example.\n`);
  writeFileSync(
    join(folder, "knot.conf"),
    `server:
    rundir: "${folder}"
    listen: 127.0.0.1@${port}
database:
    storage: "${folder}"
log:
  - target: "${folder}/log"
    any: info
key:
  - id: ${key.keyName}
    algorithm: ${key.algorithm}
    secret: ${key.secret}
acl:
  - id: change
    key: ${key.keyName}
    action: update
zone:
  - domain: ${zone}
    storage: "${folder}"
    file: zone
    acl: change
`,
  );
  const child = Bun.spawn(["knotd", "-c", join(folder, "knot.conf")], { stdout: "ignore", stderr: "ignore" });
  return {
    server: `127.0.0.1:${port}`,
    port,
    async stop(): Promise<void> {
      child.kill("SIGTERM");
      await child.exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
