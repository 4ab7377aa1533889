/** The mail of the trial's first mailbox: what a small studio gets in a week. `daysAgo` and `at` place a message in time. */
export type TrialMessage = {
  /** Messages that share a thread answer one another in order. */
  thread: string;
  from: [name: string, email: string];
  subject: string;
  text: string;
  html?: string;
  daysAgo: number;
  /** Hour and minute, local to the reader: 9.5 is half past nine. */
  at: number;
  unread?: boolean;
  flagged?: boolean;
  /** Written by the mailbox's owner: filed under Sent. */
  sent?: boolean;
  attachment?: { name: string; type: string; content: string };
};

const jonas: [string, string] = ["Jonas Okafor", "jonas@northwind.test"];
const mara: [string, string] = ["Mara Lindqvist", "mara@northwind.test"];
const lena: [string, string] = ["Lena Brandt", "lena@harbourtea.example"];
const tomas: [string, string] = ["Tomás Rivera", "tomas@lumenprint.example"];
const priya: [string, string] = ["Priya Raman", "priya@fieldnotes.example"];
const museum: [string, string] = ["Elin Aas, City Museum", "elin.aas@citymuseum.example"];

const newsletter = (title: string, lead: string, items: string[]) => `
<table width="100%" cellpadding="0" cellspacing="0" style="background-color:#f4f1ea"><tr><td align="center" style="padding:24px">
<table width="560" cellpadding="0" cellspacing="0" style="background-color:#ffffff;border-radius:8px"><tr><td style="padding:32px;font-family:Georgia,serif;color:#2b2a27">
<h1 style="font-size:24px;margin:0 0 12px">${title}</h1><p style="line-height:1.6;margin:0 0 20px">${lead}</p>
<ul style="padding-left:20px;line-height:1.7">${items.map((item) => `<li>${item}</li>`).join("")}</ul>
<p style="margin-top:24px"><a href="https://fieldnotes.example/issue" style="background-color:#1f5c4a;color:#ffffff;padding:10px 18px;border-radius:6px;text-decoration:none">Read the issue</a></p>
<p style="font-size:12px;color:#77746c;margin-top:28px">You get this because you asked for it. <a href="https://fieldnotes.example/leave">Unsubscribe</a></p>
</td></tr></table></td></tr></table>`;

const invoice =
  "Lumen Print\nInvoice 2188\n\n2,000 cards, 350 g, uncoated     412.00\nDelivery                          18.00\nTotal EUR                        430.00\n";
const minutes =
  "Packaging, round two\n\n- teal stays, the gold goes\n- label 4 mm narrower\n- first proofs on Thursday\n";
const calendar =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Northwind//EN\r\nBEGIN:VEVENT\r\nUID:lunch-1\r\nSUMMARY:Lunch at the harbour\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

export const trialMail: TrialMessage[] = [
  {
    thread: "tea",
    from: lena,
    daysAgo: 6,
    at: 9.2,
    subject: "Packaging, round two",
    text: "Hello Mara,\n\nthe second round looks lovely. Two things from our side: the gold is too loud next to the teal, and the label has to be 4 mm narrower or it will not clear the seam.\n\nCould we see proofs on Thursday?\n\nLena",
  },
  {
    thread: "tea",
    from: mara,
    sent: true,
    daysAgo: 6,
    at: 10.6,
    subject: "Re: Packaging, round two",
    text: "Hi Lena,\n\nagreed on both. Gold goes, label shrinks. Thursday works, I will bring them over myself.\n\nMara",
  },
  {
    thread: "tea",
    from: lena,
    daysAgo: 5,
    at: 8.9,
    subject: "Re: Packaging, round two",
    text: "Perfect. I noted what we said, see attached, so that nobody has to remember it.\n\nLena",
    attachment: { name: "minutes.txt", type: "text/plain", content: minutes },
  },
  {
    thread: "tea",
    from: jonas,
    daysAgo: 1,
    at: 15.4,
    subject: "Re: Packaging, round two",
    text: "Proofs are in. The narrow label is so much better. I left a set on your desk.\n\nJonas",
    unread: true,
  },
  {
    thread: "cards",
    from: tomas,
    daysAgo: 4,
    at: 11.1,
    subject: "Your cards are ready",
    text: "Good morning,\n\n2,000 cards on 350 g uncoated, cut and boxed. Pick them up any day until six, or tell me and I send the courier.\n\nThe invoice is attached.\n\nTomás",
    attachment: { name: "invoice-2188.txt", type: "text/plain", content: invoice },
    flagged: true,
  },
  {
    thread: "cards",
    from: mara,
    sent: true,
    daysAgo: 4,
    at: 11.7,
    subject: "Re: Your cards are ready",
    text: "Courier, please. Thank you, Tomás!\n\nMara",
  },
  {
    thread: "museum",
    from: museum,
    daysAgo: 3,
    at: 14.3,
    subject: "Wayfinding for the east wing",
    text: "Dear Mara,\n\nwe are reopening the east wing in April and the signs there are older than I am. Would Northwind care to make an offer? Floor plans follow next week.\n\nBest,\nElin Aas",
    flagged: true,
  },
  {
    thread: "museum",
    from: mara,
    sent: true,
    daysAgo: 3,
    at: 16.1,
    subject: "Re: Wayfinding for the east wing",
    text: "Dear Elin,\n\nvery gladly. We did the harbour terminal two years ago, which had the same trouble with daylight. Could we walk through the wing once before you send the plans?\n\nMara",
  },
  {
    thread: "museum",
    from: museum,
    daysAgo: 0,
    at: 8.4,
    subject: "Re: Wayfinding for the east wing",
    text: "Of course. Tuesday at ten, staff entrance? Wear something warm, the heating is off.\n\nElin",
    unread: true,
  },
  {
    thread: "lunch",
    from: jonas,
    daysAgo: 2,
    at: 10.2,
    subject: "Lunch on Friday?",
    text: "The place by the harbour finally has a table. Friday, half past twelve?\n\nJonas",
    attachment: { name: "lunch.ics", type: "text/calendar", content: calendar },
  },
  { thread: "lunch", from: mara, sent: true, daysAgo: 2, at: 10.4, subject: "Re: Lunch on Friday?", text: "Yes!" },
  {
    thread: "notes-1",
    from: priya,
    daysAgo: 5,
    at: 7,
    subject: "Field Notes 41: paper that remembers",
    text: "Issue 41 is out: https://fieldnotes.example/issue",
    html: newsletter(
      "Paper that remembers",
      "Three mills, three answers to the same question: what happens to a sheet after you fold it?",
      ["A mill in Småland that counts fibres", "Grain, explained with pasta", "Reader mail: the case for the staple"],
    ),
  },
  {
    thread: "notes-2",
    from: priya,
    daysAgo: 0,
    at: 7,
    subject: "Field Notes 42: signs in the rain",
    text: "Issue 42 is out: https://fieldnotes.example/issue",
    html: newsletter("Signs in the rain", "Wayfinding is a promise made to somebody who is lost, late and wet.", [
      "Why arrows point up",
      "The quiet genius of bus stop numbers",
      "Workshop dates for spring",
    ]),
    unread: true,
  },
  {
    thread: "backup",
    from: ["Nightly backup", "backup@northwind.test"],
    daysAgo: 1,
    at: 3.1,
    subject: "Backup finished: 48.2 GB",
    text: "started 03:02\nfinished 03:07\nfiles 212,804\nerrors 0\n",
  },
  {
    thread: "backup-2",
    from: ["Nightly backup", "backup@northwind.test"],
    daysAgo: 0,
    at: 3.1,
    subject: "Backup finished: 48.3 GB",
    text: "started 03:02\nfinished 03:06\nfiles 212,911\nerrors 0\n",
    unread: true,
  },
  {
    thread: "rent",
    from: ["Hafen Immobilien", "office@hafen.example"],
    daysAgo: 6,
    at: 12,
    subject: "Window cleaning on the 3rd",
    text: "Dear tenants,\n\non the 3rd the outside of all windows will be cleaned. Please close them by eight.\n\nHafen Immobilien",
  },
  {
    thread: "intern",
    from: ["Noor Haddad", "noor.haddad@student.example"],
    daysAgo: 3,
    at: 18.8,
    subject: "Internship in spring",
    text: "Dear Ms Lindqvist,\n\nI study type design in the fourth term and saw the harbour terminal signs last summer. I took a wrong ferry because I kept looking at them.\n\nIs there a place for an intern from March? My folder is at https://noor.student.example\n\nKind regards\nNoor Haddad",
  },
  {
    thread: "intern",
    from: mara,
    sent: true,
    daysAgo: 2,
    at: 9.1,
    subject: "Re: Internship in spring",
    text: "Dear Noor,\n\nthat is the nicest complaint we ever got. Come by on Monday at three and bring the folder.\n\nMara",
  },
  {
    thread: "intern",
    from: ["Noor Haddad", "noor.haddad@student.example"],
    daysAgo: 2,
    at: 9.3,
    subject: "Re: Internship in spring",
    text: "I will be there. Thank you!\n\nNoor",
  },
  {
    thread: "fonts",
    from: ["Kestrel Type", "licences@kestreltype.example"],
    daysAgo: 4,
    at: 16.5,
    subject: "Your licence for Kestrel Grotesk",
    text: "Order K-20931\n\nKestrel Grotesk, 8 styles, desktop, 3 seats.\nThe files are in your account.",
  },
  {
    thread: "domain",
    from: ["Registrar", "notices@registrar.example"],
    daysAgo: 5,
    at: 13.6,
    subject: "northwind.test renews in 30 days",
    text: "Nothing to do: automatic renewal is on.",
  },
  {
    thread: "brief",
    from: jonas,
    daysAgo: 1,
    at: 9.6,
    subject: "Terminal: what they asked for",
    text: "Before the call at four, the short version:\n\n1. night version of the gate signs\n2. pictogram for e-scooters (again)\n3. who pays for the second survey\n\nI would say yes, no, they do.\n\nJonas",
    unread: true,
    flagged: true,
  },
  {
    thread: "brief",
    from: mara,
    sent: true,
    daysAgo: 1,
    at: 9.9,
    subject: "Re: Terminal: what they asked for",
    text: "Yes, no, they do. See you at four.",
  },
  {
    thread: "survey",
    from: ["Aiko Mori", "aiko@harbourterminal.example"],
    daysAgo: 0,
    at: 9.3,
    subject: "Night survey, first numbers",
    text: "Good morning both,\n\n214 people asked, 31 % took a wrong turn at gate 4, none at gate 5. So it is the lamp, not the sign.\n\nTable attached.\n\nAiko",
    unread: true,
    attachment: { name: "night-survey.csv", type: "text/csv", content: "gate,asked,wrong turn\n4,107,33\n5,107,0\n" },
  },
  {
    thread: "tickets",
    from: ["Nordbahn", "tickets@nordbahn.example"],
    daysAgo: 2,
    at: 20.2,
    subject: "Your ticket to Lund",
    text: "Booking 7QX2L\n07:42 platform 5, coach 21, seat 64",
    html: `<div style="font-family:Arial,sans-serif"><h2 style="color:#0b3d91">Your ticket to Lund</h2><table cellpadding="6" style="border-collapse:collapse"><tr><td style="border:1px solid #cccccc">Departure</td><td style="border:1px solid #cccccc"><b>07:42</b>, platform 5</td></tr><tr><td style="border:1px solid #cccccc">Seat</td><td style="border:1px solid #cccccc">Coach 21, seat 64</td></tr></table><img src="https://pixel.nordbahn.example/open?b=7QX2L" width="1" height="1" alt=""></div>`,
  },
  {
    thread: "bakery",
    from: ["Bäckerei Söhlke", "hallo@soehlke.example"],
    daysAgo: 3,
    at: 6.4,
    subject: "Ab Montag wieder Zimtschnecken",
    text: "Liebe Nachbarn,\n\nab Montag gibt es wieder Zimtschnecken, solange der Teig reicht.\n\nHerzlich\nEure Bäckerei",
  },
  {
    thread: "repo",
    from: ["Build", "build@northwind.test"],
    daysAgo: 1,
    at: 17.2,
    subject: "terminal-signs: all checks passed",
    text: "main, 14 checks, 3 min 12 s",
  },
  {
    thread: "thanks",
    from: ["Olu Adeyemi", "olu@kitehouse.example"],
    daysAgo: 4,
    at: 19.4,
    subject: "The nursery signs",
    text: "Dear Northwind,\n\nthe children call the fox sign “the boss”. It has been hugged so often that the paint shines.\n\nThank you.\nOlu",
  },
  {
    thread: "quote",
    from: tomas,
    daysAgo: 1,
    at: 13.9,
    subject: "Offer: wayfinding panels, aluminium",
    text: "Mara,\n\n24 panels 300 × 900, anodised, screen printed, one colour: 3,840 net. Four weeks.\n\nTomás",
    unread: true,
  },
  {
    thread: "holiday",
    from: jonas,
    daysAgo: 6,
    at: 17.5,
    subject: "Away 22 December to 4 January",
    text: "I put it into the calendar as well. Key is with Noor’s future desk.\n\nJonas",
  },
];
