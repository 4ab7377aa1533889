import type { Env } from "../env";
import { trialAccounts } from "../../../db/trial-accounts";

/** One line of progress for whoever watches the terminal. */
export const say = (text: string): void => console.log(`  ${text}`);

/** Says where to go and how to get in. The trial's passwords are printed because they are the same everywhere and protect nothing. */
export function announce({ url, env, isTrial }: { url: string; env: Env; isTrial: boolean }): void {
  const { owner, people } = trialAccounts;
  const trial = isTrial
    ? [
        "",
        `  Panel    ${url}/login     ${owner.email}   ${owner.password}`,
        ...people.map(({ address, password }) => `  Webmail  ${url}/mail      ${address}   ${password}`),
        `  Mail of the platform (links that confirm addresses, new passwords) is kept at ${url}/trial`,
        "",
        `  Mail comes in by SMTP on 127.0.0.1:${env.SMTP_IN_PORT}. This is a trial: names end in .test and mail stays on this machine.`,
      ]
    : [];
  console.log(
    [
      "",
      `  DeftMail is ready: ${url}`,
      ...trial,
      `  The log is ${env.DATA_DIR}/deftmail.log. Stop with Ctrl-C.`,
      "",
    ].join("\n"),
  );
}
