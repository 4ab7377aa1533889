import { type Target, applyPlan, mintServiceKey } from "./apply-plan";

const [user = "", password = ""] = (process.env.STALWART_RECOVERY_ADMIN ?? "").split(/:(.*)/s);
const {
  STALWART_URL: baseUrl = "",
  PANEL_NETWORK = "",
  MAIL_HOST,
  ACME_EMAIL,
  ENGINE_HOOK_URL,
  ENGINE_HOOK_KEY,
} = process.env;
const target: Target = {
  ...{ baseUrl, user, password },
  variables: { PANEL_NETWORK, MAIL_HOST, ACME_EMAIL, ENGINE_HOOK_URL, ENGINE_HOOK_KEY },
  say: (line) => console.error(line),
};

const isReady = () =>
  fetch(new URL("/healthz/ready", baseUrl)).then(
    ({ ok }) => ok,
    () => false,
  );
for (let seconds = 0; !(await isReady()); seconds += 2) {
  if (seconds >= 120) throw new Error(`${baseUrl} does not get ready`);
  await Bun.sleep(2_000);
}

const plan = await Bun.file(new URL("plan.ndjson", import.meta.url)).text();
const secret = await mintServiceKey(target, await applyPlan(plan, target), PANEL_NETWORK);
// Alone on standard output, so that it can be appended to the file with the settings.
if (secret) console.log(`STALWART_API_KEY=${secret}`);
else console.error("the service account has a key already: nothing was minted");
console.error("restart the mail server once, so that it opens the listeners it was given");
