import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";

/** Six digits of an authenticator app, or a recovery code. */
export const CodeField = (props: { autofocus?: boolean; issues?: string; help?: string }) => (
  <Field
    label={t("security.code")}
    help={props.help ?? t("security.codeHelp")}
    name="code"
    required
    maxlength={40}
    inputmode="text"
    autocomplete="one-time-code"
    autocapitalize="off"
    spellcheck={false}
    autofocus={props.autofocus}
    issues={props.issues}
  />
);
