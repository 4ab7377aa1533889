import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "../avatar";

const messages = [
  { from: "Mira Okafor", subject: "landing.webmailSubject1", at: "10:24", isNew: true },
  { from: "Jonas Weber", subject: "landing.webmailSubject2", at: "09:51", isNew: true },
  { from: "Studio Nord", subject: "landing.webmailSubject3", at: "08:07", isNew: false },
] as const;

/** Three messages and the undo of a fourth. */
export const MailMock = () => (
  <div data-slot="picture-card" class="w-full max-w-110">
    <ul data-slot="mail-mock">
      <For each={messages}>
        {(message) => (
          <li data-new={message.isNew ? "" : undefined}>
            <Avatar name={message.from} />
            <span>
              <b>{message.from}</b>
              <span>{t(message.subject)}</span>
            </span>
            <time>{message.at}</time>
          </li>
        )}
      </For>
    </ul>
    <div data-slot="mail-mock-toast">
      {t("landing.webmailSent")} <b>{t("landing.webmailUndo")}</b>
    </div>
  </div>
);
