import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../server/testing-port";

export type AppProcess = {
  url: string;
  smtpPort: number;
  /** What it printed so far. */
  output(): string;
  /** As Ctrl-C does; resolves with the exit status. */
  stop(): Promise<number>;
  /** SIGKILL of the process and of every PostgreSQL process of its data folder. */
  kill(): Promise<void>;
};

export type AppPorts = { web: number; smtp: number; submission: number; zone: number; sink: number };

/** Ports that nobody holds right now. */
export async function freePorts(): Promise<AppPorts> {
  const free = new Set<number>();
  while (free.size < 5) free.add(await freePort());
  const [web, smtp, submission, zone, sink] = [...free] as [number, number, number, number, number];
  return { web, smtp, submission, zone, sink };
}

type Settings = Record<string, string>;

/** Starts everything as `bun run up` does, on `dataDir` and with more `settings`, and waits until it says that it is ready. */
export async function startApp(dataDir: string, ports: AppPorts, settings?: Settings): Promise<AppProcess> {
  const { ready, ...app } = launchApp(dataDir, ports, settings);
  await ready();
  return app;
}

/** As `startApp`, without waiting. */
export function launchApp(
  dataDir: string,
  ports: AppPorts,
  settings: Settings = {},
): AppProcess & { ready(): Promise<void> } {
  const root = new URL("../../", import.meta.url).pathname;
  const child = Bun.spawn([process.execPath, "src/server/up.ts"], {
    ...{ cwd: root, stdin: "ignore", stdout: "pipe", stderr: "pipe" },
    env: {
      ...(Bun.env as Record<string, string | undefined>),
      ...{
        DATA_DIR: dataDir,
        PORT: String(ports.web),
        SMTP_IN_PORT: String(ports.smtp),
        ZONE_PORT: String(ports.zone),
      },
      ...{ SUBMISSION_PORT: String(ports.submission), SMTP_OUT_PORT: String(ports.sink), LOG_LEVEL: "warn" },
      ...settings,
    },
  });
  let text = "";
  const drain = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  };
  void Promise.all([drain(child.stdout), drain(child.stderr)]);
  return {
    ...{ url: `http://localhost:${ports.web}`, smtpPort: ports.smtp, output: () => text },
    async ready() {
      for (const until = Date.now() + 90_000; !text.includes("DeftMail is ready"); await Bun.sleep(20)) {
        if (child.exitCode !== null || Date.now() > until) throw new Error(`DeftMail did not start:\n${text}`);
      }
    },
    async stop() {
      child.kill("SIGINT");
      return child.exited;
    },
    async kill() {
      const pids = [child.pid, ...postgresPids(join(root, dataDir, "postgres/data"))];
      for (const pid of pids) killIfThere(pid);
      await child.exited;
    },
  };
}

/** The postmaster of a data folder and its children. */
function postgresPids(data: string): number[] {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return [];
  const postmaster = Number(readFileSync(file, "utf8").split("\n")[0]);
  const parentOf = (pid: string) => /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  const children = readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && parentOf(pid) === String(postmaster);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
