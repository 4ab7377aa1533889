import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** How to run a program that refuses to run as root: a command prefix, or the user to change to. */
export type RunAs = { prefix: string[]; uid?: number; gid?: number };

const namespace = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];

/**
 * PostgreSQL refuses uid 0. As an ordinary user nothing is needed. As root a user namespace makes it believe that it is somebody
 * else while files stay where they are and belong to us; where namespaces are forbidden, an unprivileged system user runs it.
 */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (spawnSync(namespace[0]!, [...namespace.slice(1), "true"]).status === 0) return { prefix: namespace };
  for (const name of ["postgres", "nobody"]) {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((row) => row.split(":"))
      .find((row) => row[0] === name);
    if (line) return { prefix: [], uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error("Run DeftMail as an ordinary user: PostgreSQL refuses to run as root.");
}
