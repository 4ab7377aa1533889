import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";

/** Whether a change of factors ends the other sessions. */
export const SignOutOthers = () => (
  <Checkbox name="signOutOthers" label={t("security.signOutOthers")} help={t("security.signOutOthersHelp")} checked />
);
