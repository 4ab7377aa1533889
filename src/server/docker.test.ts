import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyPlan, mintServiceKey, type Target } from "../../docker/stalwart/apply-plan";
import { createEngine } from "../engine/create-engine";
import { startEmbeddedEngine } from "../engine/embedded/engine";
import { engineEventTypes } from "./engine-events/engine-event";
import { engineHookPath } from "./engine-events/engine-hook-path";
import { envKeys } from "./env";

// A whole mail server starts and hashes passwords.
setDefaultTimeout(30_000);

type Service = {
  image: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  networks: string[] | Record<string, unknown>;
  environment: Record<string, string>;
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
};
type Compose = {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: object;
};

const read = (path: string) => Bun.file(`docker/${path}`).text();
const compose = Bun.YAML.parse(await read("compose.yaml")) as Compose;
const services = Object.entries(compose.services);
const networksOf = ({ networks }: Service) => (Array.isArray(networks) ? networks : Object.keys(networks));

describe("the compose file", () => {
  test("every container is read-only, without capabilities that it does not need, and cannot gain any", () => {
    for (const [name, service] of services)
      expect({ name, ...service }).toMatchObject({
        name,
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
      });
  });

  test("only the web server and the mail ports are reachable from outside", () => {
    const open = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(open).toEqual([
      "caddy 80:80",
      "caddy 443:443",
      "caddy 443:443/udp",
      "stalwart 25:25",
      "stalwart 465:465",
      "stalwart 587:587",
    ]);
  });

  test("database and cache stand in a network that leads nowhere", () => {
    expect(compose.networks.data).toEqual({ internal: true });
    for (const name of ["postgres", "redis"]) expect(networksOf(compose.services[name] as Service)).toEqual(["data"]);
    for (const name of ["caddy", "stalwart"])
      expect(networksOf(compose.services[name] as Service)).not.toContain("data");
  });

  test("the application is told each of its settings, and no password that is not its own", () => {
    const { environment } = compose.services.web as Service;
    const trialOnly = ["SMTP_IN_PORT", "SUBMISSION_PORT", "SMTP_OUT_PORT", "ZONE_PORT", "LOOPBACK_TARGETS"];
    const named = [...Object.keys(environment), ...trialOnly, "DATABASE_MIGRATE_URL"];
    expect(named.sort()).toEqual([...envKeys].sort());
    expect(JSON.stringify(environment)).not.toMatch(/POSTGRES_PASSWORD|RECOVERY_ADMIN/);
  });

  test("the example of the settings names each setting that the file asks for, and no other", async () => {
    const names = (text: string, pattern: RegExp) =>
      [...new Set([...text.matchAll(pattern)].map(([, name]) => name as string))].sort();
    const file = await read("compose.yaml");
    const example = await read(".env.example");
    expect(names(example, /(?<![\w])([A-Z][A-Z0-9_]+)=/g)).toEqual(names(file, /\$\{([A-Z][A-Z0-9_]+)/g));
    const required = names(file, /\$\{([A-Z][A-Z0-9_]+):\?/g);
    expect(names(example, /^([A-Z][A-Z0-9_]+)=/gm)).toEqual([...required, "STALWART_RECOVERY_ADMIN"].sort());
  });

  test("every image names its version", () => {
    for (const [, { image }] of services) expect(image).toMatch(/:(?!latest)[\w.${}:-]+$/);
  });

  test("nothing waits for a service that is not there", () => {
    for (const [, { depends_on = {} }] of services)
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(compose.services)).toContain(needed);
        if (condition === "service_healthy" && needed !== "web")
          expect(compose.services[needed]?.healthcheck?.test).toBeDefined();
      }
  });
});

describe("the proxy", () => {
  const sites = async () => {
    const text = (await read("caddy/Caddyfile")).replaceAll(/^\s*#.*$/gm, "");
    return new Map(
      [...text.matchAll(/^(\S.*)? ?\{\n([^]*?)^\}/gm)].map(([, name = "", body = ""]) => [name.trim(), body]),
    );
  };

  test("certificates on demand are only for customers' names, and only for those that the application allows", async () => {
    const all = await sites();
    expect(all.get("")).toContain("ask http://panel:3000/internal/tls-ask");
    expect([...all].flatMap(([name, body]) => (/\bon_demand$/m.test(body) ? [name] : []))).toEqual(["https://"]);
  });

  test("it calls the application in the network from which its address is believed", async () => {
    const { networks, environment } = compose.services.web as Service;
    expect(networks).toMatchObject({ edge: { aliases: ["panel"] } });
    expect(compose.services.caddy?.networks).toMatchObject({ edge: { ipv4_address: environment.TRUSTED_PROXIES } });
    expect(await read("caddy/Caddyfile")).not.toContain("web:3000");
  });

  test("nobody outside can ask which names have certificates, and other names lead to nothing but mail set-up", async () => {
    const all = await sites();
    expect(all.get("{$APP_HOST}")).toMatch(/handle \/hooks\/\* \{\s+respond 404/);
    expect(all.get("{$APP_HOST}")).toMatch(/handle \/internal\/\* \{\s+respond 404/);
    expect(all.get("https://")).toMatch(/handle @setup \{\s+import panel\s+\}\s+handle \{\s+respond 404/);
    const pattern = /@setup path_regexp \(\?i\)(\S+)/.exec(all.get("https://") ?? "")?.[1] ?? "";
    const passes = (path: string) => new RegExp(pattern, "i").test(path);
    expect(["/internal/tls-ask", "/", "/admin", "/api/trpc/auth.me", "/x/mail/config-v1.1.xml"].filter(passes)).toEqual(
      [],
    );
    expect(passes("/Autodiscover/Autodiscover.xml")).toBe(true);
  });
});

describe("the image", () => {
  test("each command starts a program that exists", async () => {
    const programs = [...(await read("entrypoint.sh")).matchAll(/exec (?:bun )?((?:src|jobs|docker)\/[\w./-]+)/g)].map(
      ([, path]) => path as string,
    );
    expect(programs.length).toBe(4);
    for (const path of programs) expect([path, await Bun.file(path).exists()]).toEqual([path, true]);
    for (const [, { command }] of services.filter(([, { image }]) => image.startsWith("deftmail:")))
      expect(await read("entrypoint.sh")).toContain(`  ${command?.[0]})`);
  });

  test("it does not run as root, and says how it is", async () => {
    const dockerfile = await read("Dockerfile");
    expect(dockerfile.lastIndexOf("\nUSER bun")).toBeGreaterThan(dockerfile.lastIndexOf("\nFROM"));
    expect(dockerfile).toMatch(/^HEALTHCHECK/m);
  });

  test("its scripts are well-formed and may be run", () => {
    for (const path of ["entrypoint.sh", "stalwart/first-boot.sh", "postgres/create-roles.sh"]) {
      const check = Bun.spawnSync(["sh", "-n", `docker/${path}`]);
      expect([path, check.exitCode, check.stderr.toString()]).toEqual([path, 0, ""]);
      expect([path, statSync(`docker/${path}`).mode & 0o111]).toEqual([path, 0o111]);
    }
  });
});

describe("the first boot of the mail server", () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startEmbeddedEngine>>;
  let target: Target;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "first-boot-"));
    const recoveryAdmin = { user: "admin", password: "correct horse battery 42" };
    server = await startEmbeddedEngine({
      ...{ dataDir: folder, hostname: "mail.host.test", httpPort: 0, smtpPort: 0, submissionPort: 0 },
      recoveryAdmin,
    });
    target = {
      ...{ baseUrl: server.baseUrl, ...recoveryAdmin, skipsUnknownObjects: true, say: (line) => said.push(line) },
      variables: { MAIL_HOST: "mail.host.test", ACME_EMAIL: "postmaster@host.test", PANEL_NETWORK: "127.0.0.0/8" },
    };
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the plan goes through twice, and only what the embedded engine lacks is left out", async () => {
    const first = await applyPlan(await read("stalwart/plan.ndjson"), target);
    const second = await applyPlan(await read("stalwart/plan.ndjson"), target);
    expect(second).toEqual(first);
    expect(said.filter((line) => line.startsWith("left out")).slice(0, 4)).toEqual([
      "left out: upsert AllowedIp is not known to this server",
      "left out: upsert NetworkListener is not known to this server",
      "left out: upsert AcmeProvider is not known to this server",
      "left out: upsert WebHook needs ENGINE_HOOK_URL, ENGINE_HOOK_KEY",
    ]);
  });

  test("the panel's key can do the panel's work and is shown once", async () => {
    const ids = await applyPlan(await read("stalwart/plan.ndjson"), target);
    const secret = await mintServiceKey(target, ids, "127.0.0.0/8");
    expect(secret).toStartWith("API_");
    expect(await mintServiceKey(target, ids, "127.0.0.0/8")).toBeNull();

    const engine = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: secret ?? "" } });
    await engine.check();
    await engine.directory.domains.ensure({ name: "acme.test", description: "Acme" });
    const passwordHash = await Bun.password.hash("correct horse battery 42", "argon2id");
    const person = { address: "ana@acme.test", displayName: "Ana", quotaBytes: 0, blocks: [] };
    const { accountId } = await engine.directory.accounts.ensure({ ...person, passwordHash });
    const key = await engine.directory.keys.mint({
      accountId,
      description: "webmail",
      expiresAt: new Date(Date.now() + 60_000),
    });
    const mailboxes = await engine.forUser(key.secret).mailboxes.list();
    expect(mailboxes.map(({ role }) => role)).toContain("inbox");
    const { lists, appPasswords, throttles, queue, hooks } = engine.directory;
    await lists.ensure({ address: "team@acme.test", description: "Team", recipients: [person.address] });
    for (const scope of ["mail", "read", "send"] as const)
      await appPasswords.mint({ accountId, description: scope, scope, expiresAt: null });
    const sender = { eachOf: "acme.test" };
    await throttles.ensure({ name: "hour acme.test", sender, count: 100, periodSeconds: 3_600 });
    expect(await queue.list({ limit: 1 })).toEqual({ messages: [] });
    await hooks.ensure({ url: "http://127.0.0.1:9/hook", secret: "hush", types: engineEventTypes });
  });

  test("a webhook for all that the application wants to hear of is made when its address and secret are given", async () => {
    const line = (await read("stalwart/plan.ndjson")).split("\n").find((text) => text.includes('"WebHook"')) ?? "";
    expect(Object.keys(JSON.parse(line).value.events.events)).toEqual([...engineEventTypes]);
    const url = (compose.services.web as Service).environment.ENGINE_HOOK_URL;
    expect(url).toBe(`http://web:3000${engineHookPath}`);
    const variables = { ...target.variables, ENGINE_HOOK_URL: url, ENGINE_HOOK_KEY: 'se"cret' };
    said.length = 0;
    await applyPlan(await read("stalwart/plan.ndjson"), { ...target, variables });
    expect(said).toContain("done: upsert WebHook");
  });

  test("a wrong password stops it at the first line", async () => {
    const plan = await read("stalwart/plan.ndjson");
    await expect(applyPlan(plan, { ...target, password: "wrong" })).rejects.toThrow("HTTP 401");
  });
});
