import { createSignal, splitProps } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Field, type FieldProps } from "./field";
import { IconButton } from "./icon-button";
import { EyeIcon, EyeOffIcon } from "./basic-icons";

/** `<PasswordField label="Password" name="password" autocomplete="current-password" required />`: a field with a button that shows what was typed. */
export function PasswordField(props: FieldProps) {
  const [own, rest] = splitProps(props, ["type", "suffix"]);
  const [isShown, setShown] = createSignal(false);
  return (
    <Field
      {...rest}
      type={isShown() ? "text" : (own.type ?? "password")}
      spellcheck={false}
      autocapitalize="off"
      suffix={
        <IconButton
          size="sm"
          label={isShown() ? t("common.hidePassword") : t("common.showPassword")}
          onClick={() => setShown((shown) => !shown)}
        >
          {isShown() ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
      }
    />
  );
}
