import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import postgres from "postgres";
import { type Binaries, findBinaries } from "./binaries";
import { type RunAs, runAs } from "./run-user";

export type EmbeddedPostgres = {
  /** Folder of the Unix socket, to be given to the driver as `host`. */
  socketDir: string;
  superuser: string;
  /** True when a server left behind by a killed start was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
};

const superuser = "postgres";
const settings = ["listen_addresses=", "max_connections=60", "shared_buffers=64MB", "max_wal_size=256MB"];

/**
 * Starts a private PostgreSQL under `root`, or adopts the one that a killed start left behind. No TCP port and no password: a Unix
 * socket in a folder of mode 700. A start that was killed half way leaves nothing that the next one trips over.
 */
export async function startEmbeddedPostgres(root: string): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const as = runAs();
  const data = join(resolve(root), "data");
  const socketDir = makeSocketDir(root, as);
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries, as, root, data);
  const pidFile = join(data, "postmaster.pid");
  const adopted = existsSync(pidFile) && (await answers(socketDir));
  if (!adopted) await launch(binaries, as, { data, socketDir, log: join(root, "postgres.log") });
  return { socketDir, superuser, adopted, stop: () => stop(pidFile) };
}

/** A socket path may have about 100 bytes; below a deep folder the path relative to the working directory is used instead. */
function makeSocketDir(root: string, as: RunAs): string {
  const absolute = join(resolve(root), "socket");
  mkdirSync(absolute, { recursive: true, mode: 0o700 });
  if (as.uid !== undefined) chownSync(absolute, as.uid, as.gid!);
  const short = relative(process.cwd(), absolute);
  const chosen = absolute.length <= 80 ? absolute : `./${short}`;
  if (chosen.length > 80)
    throw new Error(`The path ${absolute} is too long for a socket: move the project to a shorter one.`);
  return chosen;
}

function initialise(binaries: Binaries, as: RunAs, root: string, data: string): void {
  for (const name of readdirSync(root))
    if (name.startsWith("init-")) rmSync(join(root, name), { recursive: true, force: true, maxRetries: 20 });
  const half = join(resolve(root), `init-${process.pid}`);
  mkdirSync(half, { mode: 0o700 });
  if (as.uid !== undefined) chownSync(half, as.uid, as.gid!);
  const [program, ...args] = [
    ...as.prefix,
    ...[binaries.initdb, "-D", half, "-U", superuser, "--encoding=UTF8", "--locale-provider=builtin"],
    ...["--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject", "--no-instructions"],
  ];
  const run = spawnSync(program!, args, { uid: as.uid, gid: as.gid, cwd: "/", encoding: "utf8" });
  if (run.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not set up its data folder: ${(run.stderr || String(run.error)).trim()}`);
  }
  rmSync(data, { recursive: true, force: true });
  renameSync(half, data);
}

async function launch(
  binaries: Binaries,
  as: RunAs,
  paths: { data: string; socketDir: string; log: string },
): Promise<void> {
  const until = Date.now() + 60_000;
  const socket =
    resolve(paths.socketDir).length <= 80 ? resolve(paths.socketDir) : relative(paths.data, resolve(paths.socketDir));
  const options = settings.flatMap((setting) => ["-c", setting]);
  const [program, ...args] = [
    ...as.prefix,
    binaries.postgres,
    "-D",
    paths.data,
    "-k",
    socket,
    "-p",
    "5432",
    ...options,
  ];
  while (Date.now() < until) {
    const log = openSync(paths.log, "a", 0o600);
    const child = spawn(program!, args, {
      uid: as.uid,
      gid: as.gid,
      cwd: "/",
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    let exited = false;
    child.on("exit", () => (exited = true)).on("error", () => (exited = true));
    child.unref();
    while (!exited && Date.now() < until) {
      if (await answers(paths.socketDir)) return;
      await Bun.sleep(25);
    }
    // "lock file already exists": the processes of a killed server are still going away.
    await Bun.sleep(250);
    if (await answers(paths.socketDir)) return;
  }
  throw new Error(`PostgreSQL does not start: ${lastLines(paths.log)}`);
}

const lastLines = (path: string) => readFileSync(path, "utf8").trim().split("\n").slice(-3).join(" · ");

async function answers(socketDir: string): Promise<boolean> {
  const client = postgres({
    ...{ host: socketDir, port: 5432, user: superuser, database: "postgres" },
    ...{ max: 1, connect_timeout: 5, onnotice() {} },
  });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Fast shutdown: open transactions are rolled back, a checkpoint is written. */
async function stop(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGINT");
  for (let i = 0; i < 160 && existsSync(pidFile); i++) await Bun.sleep(25);
}
