import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error";

const root = new URL("../../../", import.meta.url).pathname;
const stamp = join(root, "dist/.built-from");

/** A fingerprint of everything that the built application is made of. */
function sourceHash(): string {
  const hash = new Bun.CryptoHasher("sha256");
  const files = [...new Bun.Glob("{src,public}/**/*").scanSync({ cwd: root }), "app.config.ts", "bun.lock"];
  for (const file of files.sort()) {
    if (/\.(test|e2e)\./.test(file) || file.startsWith("src/engine/") || file.startsWith("src/server/")) continue;
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/** Builds pages and scripts unless that was done for these very sources. Throws `StartError` with the end of the builder's output. */
export async function buildIfNeeded(): Promise<void> {
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  const builder = Bun.spawn([process.execPath, "--bun", "vite", "build", "--config", "app.config.ts"], {
    ...{ cwd: root, stdout: "pipe", stderr: "pipe", stdin: "ignore" },
    env: { ...(Bun.env as Record<string, string | undefined>), NODE_ENV: "production" },
  });
  const [out, problems] = await Promise.all([new Response(builder.stdout).text(), new Response(builder.stderr).text()]);
  if ((await builder.exited) !== 0)
    throw new StartError(
      `The pages could not be built:\n${`${out}${problems}`.trim().split("\n").slice(-15).join("\n")}`,
    );
  writeFileSync(stamp, hash);
}
