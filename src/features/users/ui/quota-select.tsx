import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Select } from "~/ui/select";

const gigabyte = 1024 ** 3;
const presets = [1, 2, 5, 10, 25, 50, 100].map((n) => n * gigabyte);

/** How much a mailbox may hold; what it has now is among the choices. */
export function QuotaSelect(props: { value?: number; issues?: string; label?: string }) {
  const value = () => props.value ?? 5 * gigabyte;
  const choices = () => [...new Set([...presets, value()])].sort((a, b) => a - b);
  return (
    <Select
      label={props.label ?? t("users.quota")}
      name="quotaBytes"
      value={String(value())}
      options={choices().map((bytes) => ({ value: String(bytes), label: formatBytes(bytes, locale()) }))}
      issues={props.issues}
    />
  );
}
