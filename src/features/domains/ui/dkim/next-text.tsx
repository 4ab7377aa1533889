import type { JSX } from "solid-js";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { t } from "~/lib/i18n/t";
import type { KeyMode, SigningKey } from "../../schema/dkim";
import { LocalDay } from "../local-day";

/** To the second: it is hours away, not weeks. */
const LocalMoment = (props: { at: string }) => {
  const time = localTime();
  return <time datetime={props.at}>{time.moment(props.at)}</time>;
};

const dated = (text: string, at: string | null): JSX.Element => (
  <>
    {text} {at && <LocalDay at={at} />}
    {at && "."}
  </>
);

/** What happens to a key next, in a sentence, and what the reader has to do for it. */
export function nextText(
  { stage, next, record, retiringAt, retiredAt }: SigningKey,
  mode: KeyMode,
  isFollower: boolean,
): JSX.Element {
  if (stage === "active") return dated(t(mode === "cname" ? "dkim.nextRotateAlone" : "dkim.nextRotate"), next.at);
  if (stage === "retiring") return dated(t("dkim.nextRetire"), next.at);
  // Out of use in the moment in which it was relieved: somebody did not trust it.
  if (stage === "retired" && mode === "txt" && retiringAt === retiredAt) return t("dkim.nextDeleteNow");
  if (stage === "retired") return t(mode === "cname" ? "dkim.nextDeleteAlone" : "dkim.nextDelete");
  if (next.step === "sign")
    return (
      <>
        {t("dkim.nextSign")} {next.at && <LocalMoment at={next.at} />}.
      </>
    );
  if (record?.type === "CNAME") return t("dkim.nextPublishAlias");
  return t(isFollower ? "dkim.nextPublishFollower" : "dkim.nextPublish");
}
