import { type Outcome, verdict } from "./step";

/** The lock file must install from any registry, so it may name versions and hashes but no hosts. */
export async function checkLockFile(): Promise<Outcome> {
  const lines = (await Bun.file("bun.lock").text()).split("\n");
  const withHosts = lines.flatMap((line, at) =>
    /https?:\/\//.test(line) ? [`bun.lock:${at + 1}: ${line.trim().slice(0, 160)}`] : [],
  );
  return verdict(withHosts.length === 0, `${withHosts.join("\n")}\n`);
}
