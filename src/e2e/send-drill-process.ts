/** A process of the installation that is killed and started again. */
export function createMortal(args: readonly string[], word: string) {
  const root = new URL("../../", import.meta.url).pathname;
  const spawn = () =>
    Bun.spawn([process.execPath, ...args], {
      ...{ cwd: root, stdin: "ignore", stdout: "pipe", stderr: "inherit" },
      env: Bun.env as Record<string, string | undefined>,
    });
  let child: ReturnType<typeof spawn> | undefined;
  let kills = 0;
  let starting: Promise<void> | undefined;

  const begin = async () => {
    child = spawn();
    let text = "";
    for await (const chunk of child.stdout) if ((text += new TextDecoder().decode(chunk)).includes(word)) return;
  };
  return {
    /** Resolves when it works. */
    start: () => (starting ??= begin().finally(() => (starting = undefined))),
    /** Resolves when it is not being started. */
    ready: async () => void (await starting),
    /** SIGKILL, and a new one at once. Nothing while it is being started. */
    async kill(): Promise<void> {
      if (starting || !child) return;
      kills++;
      child.kill("SIGKILL");
      await child.exited;
      await this.start();
    },
    kills: () => kills,
    async stop(): Promise<void> {
      await starting;
      child?.kill("SIGKILL");
      await child?.exited;
    },
  };
}
