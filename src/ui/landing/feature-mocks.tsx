import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EyeOffIcon } from "../basic-icons";
import { HistoryIcon } from "../icons";

const cells = Array.from({ length: 32 }, (_, at) => at);
const mine = new Set([9, 10, 17, 18]);

/** Rows of one tenant among those of all others. */
export const IsolationMock = () => (
  <div data-slot="isolation-mock">
    <div>
      <For each={cells}>{(cell) => <i data-mine={mine.has(cell) ? "" : undefined} />}</For>
    </div>
    <p>
      <i data-mine="" /> {t("landing.isolationYours")} <i /> {t("landing.isolationOthers")}
    </p>
  </div>
);

export const AuditMock = () => (
  <ul data-slot="picture-card" class="w-full max-w-80">
    <li>
      <HistoryIcon size={16} /> <span>{t("landing.auditMock1")}</span>
    </li>
    <li>
      <HistoryIcon size={16} /> <span>{t("landing.auditMock2")}</span>
    </li>
  </ul>
);

export const PrivacyMock = () => (
  <div data-slot="privacy-mock">
    <EyeOffIcon />
    <span>{t("landing.privacyMock")}</span>
  </div>
);

export const RunMock = () => (
  <pre data-slot="run-mock">
    <span>$</span> bun run up{"\n"}
    <span>postgres</span> ready{"\n"}
    <span>engine </span> ready{"\n"}
    <span>web </span> http://localhost:3000
  </pre>
);
