import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { GlobeIcon, HistoryIcon, HomeIcon, UsersIcon } from "../icons";
import { Logo } from "../logo";
import { StatusChip } from "../status-chip";

const records = [
  {
    type: "TXT",
    title: "landing.mockOwnership",
    text: "landing.mockOwnershipText",
    tone: "success",
    chip: "landing.chipRight",
  },
  { type: "MX", title: "landing.mockMx", text: "landing.mockMxText", tone: "success", chip: "landing.chipRight" },
  {
    type: "TXT",
    title: "landing.mockSpf",
    text: "landing.mockSpfText",
    tone: "warning",
    chip: "landing.chipReplace",
    value: "v=spf1 mx -all",
  },
  {
    type: "CNAME",
    title: "landing.mockDkim",
    text: "landing.mockDkimText",
    tone: "neutral",
    chip: "landing.chipWaiting",
  },
  {
    type: "TXT",
    title: "landing.mockDmarc",
    text: "landing.mockDmarcText",
    tone: "success",
    chip: "landing.chipRight",
  },
] as const;

/** A picture of a domain's page, drawn with the kit itself, so that it can never look unlike the product. */
export const DomainMock = () => (
  <figure data-slot="mock">
    <figcaption class="sr-only">{t("landing.mockLabel")}</figcaption>
    <div data-slot="mock-side" aria-hidden="true">
      <Logo />
      <span>
        <HomeIcon size={16} /> {t("landing.mockOverview")}
      </span>
      <span data-here="">
        <GlobeIcon size={16} /> {t("landing.mockDomains")}
      </span>
      <span>
        <UsersIcon size={16} /> {t("landing.mockUsers")}
      </span>
      <span>
        <HistoryIcon size={16} /> {t("landing.mockActivity")}
      </span>
    </div>
    <div data-slot="mock-main" aria-hidden="true">
      <div data-slot="mock-title">
        <b>example.com</b>
        <StatusChip tone="accent">{t("landing.mockState")}</StatusChip>
      </div>
      <p>{t("landing.mockChecked")}</p>
      <div data-slot="mock-progress">
        <For each={records}>{(record) => <i data-tone={record.tone} />}</For>
        <span>{t("landing.mockProgress")}</span>
      </div>
      <ul>
        <For each={records}>
          {(record) => (
            <li data-tone={record.tone}>
              <code>{record.type}</code>
              <div>
                <b>{t(record.title)}</b>
                <p>{t(record.text)}</p>
                <Show when={"value" in record && record.value}>{(value) => <pre>{value()}</pre>}</Show>
              </div>
              <StatusChip tone={record.tone}>{t(record.chip)}</StatusChip>
            </li>
          )}
        </For>
      </ul>
    </div>
  </figure>
);
