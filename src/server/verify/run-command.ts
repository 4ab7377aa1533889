import { type Outcome, verdict } from "./step";

const environment = (more: Record<string, string>) => ({ ...process.env, CI: "true", NO_COLOR: "1", ...more });

/**
 * Runs one program without standard input and collects what it prints. After `limitSeconds` it is ended, which counts as a failure
 * (exit code 124), so that a hanging test cannot hang the whole run.
 */
export async function runCommand(
  command: string[],
  limitSeconds = 180,
  { cwd = ".", env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<{ exitCode: number; output: string }> {
  const child = Bun.spawn(command, { stdin: "ignore", stdout: "pipe", stderr: "pipe", cwd, env: environment(env) });
  let isLate = false;
  const alarm = setTimeout(() => {
    isLate = true;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  }, limitSeconds * 1000);
  const [out, err, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  clearTimeout(alarm);
  const late = isLate ? `\nended after ${limitSeconds} s\n` : "";
  return { exitCode: isLate ? 124 : exitCode, output: out + err + late };
}

/** One check made of one program: it passes when the program answers 0. */
export const commandCheck =
  (...command: string[]) =>
  async (): Promise<Outcome> => {
    const { exitCode, output } = await runCommand(command);
    return verdict(exitCode === 0, `$ ${command.join(" ")}\n${output}`);
  };

/** A tool from `node_modules`, run by Bun itself so that no Node is needed. */
export const toolCheck = (tool: string, ...args: string[]) =>
  commandCheck(process.execPath, "--bun", `node_modules/.bin/${tool}`, ...args);
