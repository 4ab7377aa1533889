import { createAsync } from "@solidjs/router";
import { For, Show, Suspense } from "solid-js";
import { QrPicture } from "~/features/auth/ui/security/qr-picture";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import type { PhoneSetup } from "../../schema/security";
import { hasFailed } from "../page-data";
import { phoneSetup } from "./queries";

/** What a phone or mail program is told, and a profile that tells an Apple device. */
export function PhoneCard() {
  const phone = createAsync(() => phoneSetup());
  const read = () => {
    const known = phone();
    return known && !hasFailed(known) ? known : undefined;
  };
  return (
    <Card title={t("access.phone")} description={t("access.phoneText")}>
      <Suspense fallback={<Skeleton />}>
        <Show when={phone()} fallback={<Skeleton />}>
          <Show when={read()} fallback={<Notice tone="danger">{t("access.failed")}</Notice>}>
            {(known) => (
              <Show when={known().servers} fallback={<p class="m-0 text-muted">{t("access.phoneNone")}</p>}>
                {(servers) => <Servers address={known().address} servers={servers()} />}
              </Show>
            )}
          </Show>
        </Show>
      </Suspense>
    </Card>
  );
}

function Servers(props: { address: string; servers: NonNullable<PhoneSetup["servers"]> }) {
  const place = (host: string, port: number) => t("access.phonePort", { host, port });
  const facts = () => {
    const { incomingHost, incomingPort, outgoingHost, outgoingPort } = props.servers;
    return [
      { label: t("access.phoneIncoming"), text: place(incomingHost, incomingPort), copied: incomingHost },
      { label: t("access.phoneOutgoing"), text: place(outgoingHost, outgoingPort), copied: outgoingHost },
      { label: t("access.phoneUser"), text: props.address, copied: props.address },
      { label: t("access.phonePassword"), text: t("access.phonePasswordText") },
    ];
  };
  return (
    <div class="flex flex-wrap items-start gap-6">
      <dl class="m-0 grid min-w-0 grow basis-60 gap-3">
        <For each={facts()}>
          {({ label, text, copied }) => (
            <div class="grid">
              <dt class="text-sm text-muted">{label}</dt>
              <dd class="m-0 flex items-center gap-2 break-all">
                {text}
                <Show when={copied}>{(value) => <CopyButton text={value()} />}</Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <div class="grid basis-50 gap-3">
        <QrPicture rows={props.servers.picture} label={t("access.phoneQr")} />
        <p class="m-0 text-sm text-muted">{t("access.phoneQrText")}</p>
        <LinkButton href={props.servers.profileUrl} rel="external">
          {t("access.phoneProfile")}
        </LinkButton>
      </div>
    </div>
  );
}
