import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { KeyMode, SigningKey } from "../../schema/dkim";
import { LocalDay } from "../local-day";

const dated = (text: string, at: string | null): JSX.Element => (
  <>
    {text} {at && <LocalDay at={at} />}
    {at && "."}
  </>
);

/** What happens to a key next, in a sentence, and what the reader has to do for it. */
export function nextText({ stage, next, record }: SigningKey, mode: KeyMode, isFollower: boolean): JSX.Element {
  if (stage === "active") return dated(t(mode === "cname" ? "dkim.nextRotateAlone" : "dkim.nextRotate"), next.at);
  if (stage === "retiring") return dated(t("dkim.nextRetire"), next.at);
  if (stage === "retired") return t(mode === "cname" ? "dkim.nextDeleteAlone" : "dkim.nextDelete");
  if (next.step === "sign") return dated(t("dkim.nextSign"), next.at);
  if (record?.type === "CNAME") return t("dkim.nextPublishAlias");
  return t(isFollower ? "dkim.nextPublishFollower" : "dkim.nextPublish");
}
