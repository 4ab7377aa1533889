import { HttpStatusCode } from "@solidjs/start";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Title } from "~/ui/title";
import type { Failed } from "./page-data";
import { MailProblem } from "./reader-states";

/** The whole page when there is nothing to show at all: the mail server is away, or the address names no folder. */
export const NoMail = (props: Failed) => (
  <main data-slot="no-mail">
    <Show when={props.failure === "mailbox.not_found"}>
      <HttpStatusCode code={404} />
    </Show>
    <Title>{t("webmail.problemTitle")}</Title>
    <h1 class="sr-only">{t("webmail.problemTitle")}</h1>
    <MailProblem failure={props.failure} />
    <a href="/mail/inbox">{t("webmail.openInbox")}</a>
  </main>
);
