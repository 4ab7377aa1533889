import { t } from "~/lib/i18n/t";
import { MoonIcon, SunIcon } from "~/ui/basic-icons";
import { IconButton } from "~/ui/icon-button";
import { setDarkPaper, wantsDarkPaper } from "./dark-paper";

/** In the dark theme, for a message that brings light paper: the colours turned round, or as they are. */
export function PaperSwitch() {
  return (
    <IconButton
      size="sm"
      label={t(wantsDarkPaper() ? "reading.ownColours" : "reading.darkColours")}
      onClick={() => setDarkPaper(!wantsDarkPaper())}
    >
      {wantsDarkPaper() ? <SunIcon size={16} /> : <MoonIcon size={16} />}
    </IconButton>
  );
}
