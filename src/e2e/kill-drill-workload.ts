import { trialAccounts } from "../../db/trial-accounts";
import { type ApiClient, apiClient, failureKeyOf } from "./api-client";
import type { AppPorts, AppProcess } from "./app-process";
import type { startOutsideWorld } from "./outside-world";

type World = Awaited<ReturnType<typeof startOutsideWorld>>;

export type Send = { idempotencyKey: string; subject: string; outcome: "open" | "acknowledged" | "unknown" };

const [mara, jonas] = trialAccounts.people;
const userPassword = "a long walk at dusk";

/** People who keep working while processes die: each remembers what was acknowledged to them, and nothing else counts. */
export function createWorkload(world: World, ports: AppPorts) {
  /** Subjects of mail from outside: every attempt, and those that got a 250. */
  const attempted = new Set<string>();
  const received = new Set<string>();
  const sends: Send[] = [];
  const domains = new Set<string>();
  const users = new Set<string>();
  let serial = 0;

  async function mailFromOutside(): Promise<void> {
    const subject = `in-${++serial}`;
    attempted.add(subject);
    await world.send(ports.smtp, { to: jonas.address, subject, text: "hello" });
    received.add(subject);
  }

  /** One click on Send, repeated with the same key until there is an answer, as the composer does. */
  async function sendMail(mail: ApiClient): Promise<void> {
    const open = sends.find(({ outcome }) => outcome === "open");
    const send = open ?? { idempotencyKey: crypto.randomUUID(), subject: `out-${++serial}`, outcome: "open" };
    if (!open) sends.push(send as Send);
    const { idempotencyKey, subject } = send;
    try {
      await mail.webmail.send.mutate({ idempotencyKey, to: ["bo@outside.test"], subject, text: "hello" });
      send.outcome = "acknowledged";
    } catch (error) {
      if (failureKeyOf(error) === "submission.unknown_outcome") send.outcome = "unknown";
      else throw error;
    }
  }

  async function hostDomain(panel: ApiClient): Promise<void> {
    const name = `d${++serial}.test`;
    const { id: domainId } = await panel.domains.add.mutate({ name });
    domains.add(name);
    await panel.domains.publishInTrial.mutate({ domainId });
    for (let i = 0; i < 100; i++) {
      if ((await panel.domains.get.query({ domainId })).state === "active") break;
      await Bun.sleep(50);
    }
    const input = { domainId, localPart: "ana", displayName: "Ana", password: userPassword, quotaBytes: 1024 ** 3 };
    await panel.users.create.mutate(input);
    users.add(`ana@${name}`);
  }

  /** Works until told to stop; calls that a dead process never answered are simply not acknowledged. */
  function start(app: AppProcess): () => Promise<void> {
    let working = true;
    const [panel, mail] = [apiClient(app.url), apiClient(app.url)];
    const repeat = async (work: () => Promise<void>, pauseMs: number) => {
      while (working) {
        await work().catch(() => {});
        await Bun.sleep(pauseMs);
      }
    };
    const signedIn = Promise.all([
      panel.auth.signIn.mutate(trialAccounts.owner),
      mail.webmail.signIn.mutate({ address: mara.address, password: mara.password }),
    ]);
    const running = Promise.all([
      repeat(mailFromOutside, 20),
      signedIn
        .then(() => Promise.all([repeat(() => sendMail(mail), 30), repeat(() => hostDomain(panel), 200)]))
        .catch(() => {}),
    ]);
    return async () => {
      working = false;
      await running;
    };
  }

  return {
    ...{ attempted, received, sends, domains, users, start, sendMail },
    summary: () => {
      const acknowledged = sends.filter(({ outcome }) => outcome === "acknowledged").length;
      return `${received.size} received, ${acknowledged} sent, ${domains.size} domains, ${users.size} users`;
    },
  };
}

export type Workload = ReturnType<typeof createWorkload>;
