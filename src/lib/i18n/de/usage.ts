import type { TranslationOf } from "../keys";
import type english from "../en/usage";

export default {
  title: "Speicher und Versand",
  storageTitle: "Speicherplatz",
  storageText: "{used} von {quota}",
  changeQuota: "Speicherplatz ändern",
  full: "Das Postfach ist voll und nimmt keine Mail mehr an. Noch ist nichts verloren: neue Mail wartet bei den Absendern, die es einige Tage lang wieder versuchen; dann geht sie an sie zurück, mit dem Hinweis, dass das Postfach voll ist.",
  nearlyFull:
    "Das Postfach ist fast voll. Ist es voll, wartet neue Mail einige Tage bei den Absendern und geht dann an sie zurück.",
  poolFull:
    "Alle Postfächer zusammen enthalten so viel, wie der Tarif hat; darum nimmt keines mehr Mail an. Neue Mail wartet einige Tage bei den Absendern und geht dann an sie zurück.",
  pooledCap: "Alle Postfächer teilen sich den Speicherplatz des Tarifs. So viel davon darf dieses höchstens nehmen.",
  trendMore: "{size} mehr als zu Beginn dieser Tage.",
  trendLess: "{size} weniger als zu Beginn dieser Tage.",
  trendSame: "So viel wie zu Beginn dieser Tage.",
  tenantTitle: "Speicherplatz aller Postfächer",
  tenantText: "Was der Tarif hat, und wie es unter den Postfächern aufgeteilt ist.",
  tenantPooled: "{used} von {max} sind belegt.",
  tenantGiven: "{quota} von {max} sind an Postfächer vergeben, die {used} enthalten.",
  mode: "Aufteilung",
  modePerUser: "Jedes Postfach hat seinen eigenen Anteil",
  modePooled: "Alle Postfächer teilen ihn sich",
  modeSet: "Der Speicherplatz ist ab jetzt so aufgeteilt.",
  issue_within_plan: "Der Tarif erlaubt höchstens {max}.",
  sendTitle: "Senden",
  sendHour: "Empfänger in dieser Stunde",
  sendDay: "Empfänger heute",
  sendLeft: "{used} von {max}, {left} übrig",
  sendUnlimited: "{used}, ohne eigene Grenze",
  sendAnew: "Um {time} Uhr beginnt die Zählung neu.",
  sendBindsDomain: "Die Grenze der Domain lässt nur noch {left} zu.",
  sendBindsTenant: "Der Tarif der Firma lässt nur noch {left} zu.",
  sendEdit: "Grenzen ändern",
  sendLimitsTitle: "Grenzen beim Senden",
  sendLimitsSet: "Die Grenzen sind gesetzt.",
  sendOwnText: "An wie viele Empfänger Sie senden dürfen, mit Webmail und Mailprogrammen zusammen.",
  sendUserText: "An wie viele Empfänger {address} senden darf, mit Webmail und Mailprogrammen zusammen.",
  sendDomainText:
    "An wie viele Empfänger alle Postfächer dieser Domain zusammen senden dürfen, mit Webmail und Mailprogrammen.",
  sendTenantText: "An wie viele Empfänger alle Ihre Postfächer zusammen senden dürfen, mit Webmail und Mailprogrammen.",
  sendEach:
    "Jedes Postfach darf an {hour} Empfänger in der Stunde und {day} am Tag senden, sofern für es nicht weniger gesetzt ist.",
  sendPerHour: "Empfänger in der Stunde",
  sendPerDay: "Empfänger am Tag",
  sendPlanHelp: "Leer: was der Tarif erlaubt, {max}.",
  sendFailed: "Die Grenzen beim Senden lassen sich gerade nicht lesen.",
} satisfies TranslationOf<typeof english>;
