import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "../router";
import { failureKeyOf } from "./api-client";
import type { Person } from "./send-drill";

/** What goes wrong around one click on Send. */
export const faultKinds = [
  ...(["none", "clicked twice", "engine reply cut", "engine away", "web killed", "worker killed"] as const),
  ...(["tab closed", "network gone before", "network gone after"] as const),
] as const;
export type Fault = (typeof faultKinds)[number];

export type Send = {
  subject: string;
  idempotencyKey: string;
  fault: Fault;
  by: Person;
  /** What its writer was told in the end: `sent` or the failure; `null`: nothing. */
  told: string | null;
};
type Armed = Send & { takeFault(): Fault | undefined };

/** So many clicks a message, when there is no answer, before its writer gives up. */
const mostClicks = 3;

/** A browser with cookies whose requests can be given up. */
function browser(url: string) {
  const jar = new Map<string, string>();
  const withCookies = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init?.headers as Record<string, string>), cookie, origin: url };
    const response = await fetch(input, { ...init, headers, keepalive: false });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=") as [string, string];
      jar.set(name, value);
    }
    return response;
  };
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/api/trpc`, fetch: withCookies as typeof fetch })],
  });
}

/** People who write one message after the other, each in a browser of their own. */
export function createWriters({
  url,
  people,
  password,
  random,
  all,
  untilUp,
}: {
  url: string;
  people: readonly Person[];
  password: string;
  random: () => number;
  all: Map<string, Armed>;
  /** People click when the page works; what breaks then breaks in the middle. */
  untilUp: () => Promise<void>;
}) {
  let serial = 0;

  const arm = (send: Send): Armed => {
    let fault: Fault | undefined = send.fault;
    const takeFault = () => {
      const now = fault;
      fault = undefined;
      return now;
    };
    return Object.assign(send, { takeFault });
  };

  async function click(mail: ReturnType<typeof browser>, send: Send, signal?: AbortSignal): Promise<void> {
    const { idempotencyKey, subject } = send;
    const message = { idempotencyKey, subject, to: ["bo@outside.test"], text: "hello" };
    try {
      await mail.webmail.send.mutate(message, signal ? { signal } : {});
      send.told = "sent";
    } catch (error) {
      send.told ??= failureKeyOf(error);
    }
  }

  async function sendOne(mail: ReturnType<typeof browser>, by: Person): Promise<void> {
    const fault = faultKinds[Math.floor(random() * faultKinds.length)]!;
    const subject = `out-${++serial}`;
    const send = arm({ subject, fault, by, idempotencyKey: crypto.randomUUID(), told: null });
    all.set(subject, send);
    if (fault === "tab closed") return click(mail, send, AbortSignal.timeout(Math.ceil(random() * 60)));
    if (fault === "clicked twice") return void (await Promise.all([click(mail, send), click(mail, send)]));
    const isPatient = random() < 0.7;
    for (let clicks = 1; clicks <= mostClicks; clicks++) {
      const known = send.told;
      if (known === "sent" || (clicks > 1 && !isPatient)) return;
      send.told = null;
      await click(mail, send);
      if (send.told === null) await Bun.sleep(200).then(untilUp);
    }
  }

  return {
    async run(sends: number, say: (text: string) => void): Promise<void> {
      const writers = people.map((by) => ({ by, mail: browser(url) }));
      for (const { by, mail } of writers) await mail.webmail.signIn.mutate({ address: by.address, password });
      await Promise.all(
        writers.map(async ({ by, mail }) => {
          while (serial < sends) {
            await untilUp();
            await sendOne(mail, by);
            if (serial % 50 === 0) say(`${serial} of ${sends}`);
            await Bun.sleep(random() * 30);
          }
        }),
      );
    },
  };
}
